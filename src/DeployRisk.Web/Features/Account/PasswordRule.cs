using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>The one rule of new passwords.</summary>
internal static class PasswordRule
{
    public static IRuleBuilderOptions<TForm, string> NewPassword<TForm>(this IRuleBuilderInitial<TForm, string> rule, IStringLocalizer<AccountTexts> T) =>
        rule.Cascade(CascadeMode.Stop)
            .MinimumLength(SignInRules.MinPasswordLength).WithMessage(_ => T["PasswordTooShort", SignInRules.MinPasswordLength])
            .MaximumLength(SignInRules.MaxPasswordLength).WithMessage(_ => T["TooLong", SignInRules.MaxPasswordLength]);
}
