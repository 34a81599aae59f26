using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the password form must hold.</summary>
public sealed class PasswordFormValidator : AbstractValidator<PasswordForm>
{
    public PasswordFormValidator(IStringLocalizer<AccountTexts> T)
    {
        RuleFor(form => form.Current)
            .Must(text => text.Length > 0).WithMessage(_ => T["PasswordMissing"])
            .MaximumLength(SignInRules.MaxPasswordLength).WithMessage(_ => T["TooLong", SignInRules.MaxPasswordLength]);
        RuleFor(form => form.Password).NewPassword(T);
        RuleFor(form => form.PasswordAgain).Equal(form => form.Password).WithMessage(_ => T["PasswordsDiffer"]);
    }
}
