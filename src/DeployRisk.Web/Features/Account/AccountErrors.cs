using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>Identity's refusals that can come up here, in the reader's language.</summary>
public sealed class AccountErrors(IStringLocalizer<AccountTexts> T) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Of(nameof(DefaultError), T["AccountRefused"]);

    public override IdentityError ConcurrencyFailure() => Of(nameof(ConcurrencyFailure), T["ChangedMeanwhile"]);

    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), T["PasswordTooShort", length]);

    public override IdentityError InvalidEmail(string? email) => Of(nameof(InvalidEmail), T["EmailWrong"]);

    public override IdentityError InvalidUserName(string? userName) => Of(nameof(InvalidUserName), T["EmailLetters"]);

    public override IdentityError DuplicateEmail(string email) => Of(nameof(DuplicateEmail), T["EmailTaken"]);

    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateUserName), T["EmailTaken"]);

    private static IdentityError Of(string code, string description) => new() { Code = code, Description = description };
}
