using DeployRisk.Domain;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the sign-in form must hold.</summary>
public sealed class SignInFormValidator : AbstractValidator<SignInForm>
{
    public SignInFormValidator(IStringLocalizer<AccountTexts> T)
    {
        RuleFor(form => form.Email)
            .Must(text => !PlainText.IsBlank(text)).WithMessage(_ => T["EmailMissing"])
            .MaximumLength(SignInRules.MaxEmailLength).WithMessage(_ => T["TooLong", SignInRules.MaxEmailLength]);
        RuleFor(form => form.Password)
            .Must(text => text.Length > 0).WithMessage(_ => T["PasswordMissing"])
            .MaximumLength(SignInRules.MaxPasswordLength).WithMessage(_ => T["TooLong", SignInRules.MaxPasswordLength]);
    }
}
