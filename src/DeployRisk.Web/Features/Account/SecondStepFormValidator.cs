using DeployRisk.Domain;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the form of the second step must hold.</summary>
public sealed class SecondStepFormValidator : AbstractValidator<SecondStepForm>
{
    public SecondStepFormValidator(IStringLocalizer<AccountTexts> T) =>
        RuleFor(form => form.Code)
            .Must(text => !PlainText.IsBlank(text)).WithMessage(_ => T["TwoStepCodeMissing"])
            .MaximumLength(SecondStepForm.MaxCodeLength).WithMessage(_ => T["TooLong", SecondStepForm.MaxCodeLength]);
}
