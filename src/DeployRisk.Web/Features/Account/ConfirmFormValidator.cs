using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the password must not exceed; whether it is right, the account says.</summary>
public sealed class ConfirmFormValidator : AbstractValidator<ConfirmForm>
{
    public ConfirmFormValidator(IStringLocalizer<AccountTexts> T) =>
        RuleFor(form => form.Password).MaximumLength(SignInRules.MaxPasswordLength).WithMessage(_ => T["TooLong", SignInRules.MaxPasswordLength]);
}
