using System.Globalization;
using System.Text;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Data.Stores.People;

/// <summary>
/// Links with which somebody who has forgotten their password sets another, once: made by an administrator, or asked for where people sign in.
/// Scoped, because the accounts are; needs Identity registered with <see cref="DeployRiskDbContext"/>.
/// </summary>
public sealed class PasswordLinks(DeployRiskDbContext context, UserManager<ApplicationUser> users, TimeProvider clock)
{
    private const char Separator = '.';

    /// <summary>How long a link works that an administrator made.</summary>
    public static readonly TimeSpan LifetimeOfMade = TimeSpan.FromDays(1);

    /// <summary>How long a link works that somebody asked for, who may not be its person.</summary>
    public static readonly TimeSpan LifetimeOfAsked = TimeSpan.FromHours(1);

    /// <summary>A link for somebody else; null when who asks may not, or there is no account that may be used.</summary>
    public async Task<PasswordLink?> MakeAsync(UserId person, UserId by, CancellationToken cancellationToken = default) =>
        person != by
        && await context.AllowsAsync(by, OrganisationDeed.ManagePeople, cancellationToken)
        && await users.FindByIdAsync(person.Value.ToString()) is { DisabledAt: null, IsSample: false } user
            ? await MakeAsync(user, LifetimeOfMade, AuditAction.PasswordLinkMade, by, cancellationToken)
            : null;

    /// <summary>The account that a link is sent to when somebody gives this address; null when there is none that may be used with a password.</summary>
    public async Task<UserId?> AccountOfAsync(string email) => await AskableAsync(email) is { } user ? user.UserId : null;

    /// <summary>A link to be sent to this address, and shown to nobody; null when no account that may be used with a password has it.</summary>
    public async Task<PasswordLink?> AskAsync(string email, CancellationToken cancellationToken = default) =>
        await AskableAsync(email) is { } user
            ? await MakeAsync(user, LifetimeOfAsked, AuditAction.PasswordLinkAsked, user.UserId, cancellationToken)
            : null;

    /// <summary>The address of the account that a link is for; null when it can be used no more, or never could.</summary>
    public async Task<string?> EmailOfAsync(string secret) => (await ReadAsync(secret))?.Email;

    /// <summary>Sets another password, once; every session of the account ends, and a lock is taken off it.</summary>
    /// <returns>Identity's answer; null when the link can be used no more.</returns>
    public async Task<IdentityResult?> UseAsync(string secret, string password, CancellationToken cancellationToken = default)
    {
        if (await ReadAsync(secret) is not { } user)
        {
            return null;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
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

    private async Task<ApplicationUser?> AskableAsync(string email) =>
        await users.FindByEmailAsync(PlainText.Of(email).Trim()) is { DisabledAt: null, IsSample: false, PasswordHash: not null } user ? user : null;

    private async Task<PasswordLink> MakeAsync(
        ApplicationUser user, TimeSpan lifetime, AuditAction action, UserId by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = (now + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var token = await users.GenerateUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, PurposeOf(until));
        context.NotePerson(action, user.UserId, new Moment(by, now), "");
        await context.SaveChangesAsync(cancellationToken);
        var secret = string.Join(Separator, user.Id.ToString("N"), until, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(token)));
        return new PasswordLink(user.UserId, secret, user.Email ?? "", user.Language, now + lifetime);
    }

    /// <summary>Until when a link works stands in it, and is part of what its token is for: with another time it opens nothing.</summary>
    private static string PurposeOf(string until) => $"{UserManager<ApplicationUser>.ResetPasswordTokenPurpose} until {until}";

    private async Task<ApplicationUser?> ReadAsync(string secret)
    {
        if (secret.Split(Separator) is not [var id, var until, var hex]
            || !Guid.TryParseExact(id, "N", out var person)
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds <= clock.GetUtcNow().ToUnixTimeSeconds()
            || hex.Length % 2 != 0
            || !hex.All(char.IsAsciiHexDigit)
            || await users.FindByIdAsync(person.ToString()) is not { DisabledAt: null } user)
        {
            return null;
        }

        var token = Encoding.UTF8.GetString(Convert.FromHexString(hex));
        return await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, PurposeOf(until), token) ? user : null;
    }
}
