using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the form for a new password must hold.</summary>
public sealed class NewPasswordFormValidator : AbstractValidator<NewPasswordForm>
{
    public NewPasswordFormValidator(IStringLocalizer<AccountTexts> T)
    {
        RuleFor(form => form.Password).NewPassword(T);
        RuleFor(form => form.PasswordAgain).Equal(form => form.Password).WithMessage(_ => T["PasswordsDiffer"]);
    }
}
