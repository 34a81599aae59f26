using System.Text;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Data.Stores.People;

/// <summary>
/// Links with which somebody who has forgotten their password sets another: made by an administrator, for one use and a day. Scoped,
/// because the accounts are; needs Identity registered with <see cref="DeployRiskDbContext"/>.
/// </summary>
public sealed class PasswordLinks(DeployRiskDbContext context, UserManager<ApplicationUser> users, TimeProvider clock)
{
    private const char Separator = '.';

    /// <summary>The secret part of a link for somebody else; null when who asks may not, or there is no account that may be used.</summary>
    public async Task<string?> MakeAsync(UserId person, UserId by, CancellationToken cancellationToken = default)
    {
        if (person == by
            || !await context.AllowsAsync(by, OrganisationDeed.ManagePeople, cancellationToken)
            || await users.FindByIdAsync(person.Value.ToString()) is not { DisabledAt: null, IsSample: false } user)
        {
            return null;
        }

        var token = await users.GeneratePasswordResetTokenAsync(user);
        context.NotePerson(AuditAction.PasswordLinkMade, person, new Moment(by, clock.GetUtcNow()), "");
        await context.SaveChangesAsync(cancellationToken);
        return $"{person.Value:N}{Separator}{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(token))}";
    }

    /// <summary>The address of the account that a link is for; null when it can be used no more, or never could.</summary>
    public async Task<string?> EmailOfAsync(string secret) => await ReadAsync(secret) is { User: var user } ? user.Email : null;

    /// <summary>Sets another password, once; every session of the account ends, and a lock is taken off it.</summary>
    /// <returns>Identity's answer; null when the link can be used no more.</returns>
    public async Task<IdentityResult?> UseAsync(string secret, string password, CancellationToken cancellationToken = default)
    {
        if (await ReadAsync(secret) is not { User: var user, Token: var token })
        {
            return null;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await users.ResetPasswordAsync(user, token, password);
        if (!result.Succeeded)
        {
            return result;
        }

        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
        context.NotePerson(AuditAction.PasswordChanged, user.UserId, new Moment(user.UserId, clock.GetUtcNow()), "by a link");
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<(ApplicationUser User, string Token)?> ReadAsync(string secret)
    {
        if (secret.Split(Separator) is not [var id, var hex]
            || !Guid.TryParseExact(id, "N", out var person)
            || hex.Length % 2 != 0
            || !hex.All(char.IsAsciiHexDigit)
            || await users.FindByIdAsync(person.ToString()) is not { DisabledAt: null } user)
        {
            return null;
        }

        var token = Encoding.UTF8.GetString(Convert.FromHexString(hex));
        return await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<ApplicationUser>.ResetPasswordTokenPurpose, token)
            ? (user, token)
            : null;
    }
}
