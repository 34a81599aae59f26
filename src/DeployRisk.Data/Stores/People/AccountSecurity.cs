using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Domain.Assessments;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Data.Stores.People;

/// <summary>
/// What people change about how they sign in; each change is noted in its transaction. Scoped, because the accounts are; needs Identity
/// registered with <see cref="DeployRiskDbContext"/>.
/// </summary>
public sealed class AccountSecurity(
    DeployRiskDbContext context, UserManager<ApplicationUser> users, IUserStore<ApplicationUser> accounts, TimeProvider clock)
{
    /// <summary>Codes that are made at once; each works once, instead of the authenticator's.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>More passkeys than this no account has: more than anybody has devices, and a bound for who would fill the database.</summary>
    public const int MostPasskeys = 20;

    /// <summary>Another password; every other session of the account ends.</summary>
    /// <returns>Identity's answer: nothing is changed when it is a refusal.</returns>
    public Task<IdentityResult> ChangePasswordAsync(ApplicationUser user, string current, string password, CancellationToken cancellationToken = default) =>
        NotedAsync(AuditAction.PasswordChanged, user, () => users.ChangePasswordAsync(user, current, password), cancellationToken);

    /// <summary>The secret that an authenticator needs, in base 32; one is made when there is none.</summary>
    public async Task<string> AuthenticatorKeyAsync(ApplicationUser user)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is { Length: > 0 } key)
        {
            return key;
        }

        // Not as Identity resets it: that would end every session before anything has changed.
        var made = users.GenerateNewAuthenticatorKey();
        await ((IUserAuthenticatorKeyStore<ApplicationUser>)accounts).SetAuthenticatorKeyAsync(user, made, CancellationToken.None);
        await users.UpdateAsync(user);
        return made;
    }

    /// <summary>Asks for a code of the authenticator at every sign-in from now on, once the person has shown one.</summary>
    /// <returns>The recovery codes; null when the code is wrong or somebody else was quicker, and nothing is changed.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(ApplicationUser user, string code, CancellationToken cancellationToken = default)
    {
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return null;
        }

        return await WithCodesAsync(AuditAction.SecondFactorTurnedOn, user, () => users.SetTwoFactorEnabledAsync(user, true), cancellationToken);
    }

    /// <summary>Asks for the password alone; the authenticator's secret is forgotten.</summary>
    /// <returns>Identity's answer: nothing is changed when it is a refusal, because something else changed the account at that moment.</returns>
    public Task<IdentityResult> TurnOffAsync(ApplicationUser user, CancellationToken cancellationToken = default) => NotedAsync(
        AuditAction.SecondFactorTurnedOff,
        user,
        async () =>
        {
            var off = await users.SetTwoFactorEnabledAsync(user, false);
            return off.Succeeded ? await users.ResetAuthenticatorKeyAsync(user) : off;
        },
        cancellationToken);

    /// <summary>Other recovery codes; those before work no more. Null when somebody else was quicker, and nothing is changed.</summary>
    public Task<IReadOnlyList<string>?> NewRecoveryCodesAsync(ApplicationUser user, CancellationToken cancellationToken = default) =>
        WithCodesAsync(AuditAction.RecoveryCodesMade, user, () => Task.FromResult(IdentityResult.Success), cancellationToken);

    /// <summary>Ends every session of the account, within a minute.</summary>
    /// <returns>Identity's answer: no session ends when it is a refusal, because something else changed the account at that moment.</returns>
    public Task<IdentityResult> SignOutEverywhereAsync(ApplicationUser user, CancellationToken cancellationToken = default) =>
        NotedAsync(AuditAction.SignedOutEverywhere, user, () => users.UpdateSecurityStampAsync(user), cancellationToken);

    /// <summary>Lets the person sign in with a passkey that their device has made.</summary>
    /// <param name="user">The person.</param>
    /// <param name="passkey">What the device says.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    /// <returns>Whether there was room for it, see <see cref="MostPasskeys"/>.</returns>
    public async Task<bool> AddPasskeyAsync(ApplicationUser user, UserPasskeyInfo passkey, string name, CancellationToken cancellationToken = default)
    {
        passkey.Name = name;
        var result = await NotedAsync(
            AuditAction.PasskeyAdded,
            user,
            async () => (await users.GetPasskeysAsync(user)).Count < MostPasskeys ? await users.AddOrUpdatePasskeyAsync(user, passkey) : IdentityResult.Failed(),
            cancellationToken,
            name);
        return result.Succeeded;
    }

    /// <summary>Forgets a passkey; nothing happens when the account has no such passkey.</summary>
    public async Task RemovePasskeyAsync(ApplicationUser user, byte[] credential, CancellationToken cancellationToken = default)
    {
        if (await users.GetPasskeyAsync(user, credential) is { } passkey)
        {
            await NotedAsync(AuditAction.PasskeyRemoved, user, () => users.RemovePasskeyAsync(user, credential), cancellationToken, passkey.Name ?? "");
        }
    }

    private async Task<IReadOnlyList<string>?> WithCodesAsync(
        AuditAction action, ApplicationUser user, Func<Task<IdentityResult>> change, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? codes = null;
        var result = await NotedAsync(
            action,
            user,
            async () =>
            {
                var changed = await change();
                codes = changed.Succeeded && await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) is { } made ? [.. made] : null;
                return codes is null ? IdentityResult.Failed() : changed;
            },
            cancellationToken);
        return result.Succeeded ? codes : null;
    }

    private async Task<IdentityResult> NotedAsync(AuditAction action, ApplicationUser user, Func<Task<IdentityResult>> change, CancellationToken cancellationToken, string details = "")
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await change();
        if (!result.Succeeded)
        {
            return result;
        }

        context.NotePerson(action, user.UserId, new Moment(user.UserId, clock.GetUtcNow()), details);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
