using System.Net.Mail;
using DeployRisk.Data.Identity;
using DeployRisk.Domain;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>The rules of what makes an account, the same in every form that asks for it.</summary>
internal static class AccountRules
{
    public static IRuleBuilderOptions<TForm, string> DisplayName<TForm>(this IRuleBuilderInitial<TForm, string> rule, IStringLocalizer<AccountTexts> T) =>
        rule.Filled(() => T["NameMissing"], ApplicationUser.MaxDisplayNameLength, T);

    /// <summary>An address that mail could go to.</summary>
    public static IRuleBuilderOptions<TForm, string> NewEmail<TForm>(this IRuleBuilderInitial<TForm, string> rule, IStringLocalizer<AccountTexts> T) =>
        rule.Filled(() => T["EmailMissing"], SignInRules.MaxEmailLength, T)
            .Must(text => MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim()).WithMessage(_ => T["EmailWrong"]);

    public static IRuleBuilderOptions<TForm, string> NewPassword<TForm>(this IRuleBuilderInitial<TForm, string> rule, IStringLocalizer<AccountTexts> T) =>
        rule.Cascade(CascadeMode.Stop)
            .MinimumLength(SignInRules.MinPasswordLength).WithMessage(_ => T["PasswordTooShort", SignInRules.MinPasswordLength])
            .MaximumLength(SignInRules.MaxPasswordLength).WithMessage(_ => T["TooLong", SignInRules.MaxPasswordLength]);

    /// <summary>Not blank, and at most so many characters without the blanks around it.</summary>
    public static IRuleBuilderOptions<TForm, string> Filled<TForm>(
        this IRuleBuilderInitial<TForm, string> rule, Func<string> missing, int maxLength, IStringLocalizer<AccountTexts> T) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(text => !PlainText.IsBlank(text)).WithMessage(_ => missing())
            .Must(text => text.Trim().Length <= maxLength).WithMessage(_ => T["TooLong", maxLength]);
}
