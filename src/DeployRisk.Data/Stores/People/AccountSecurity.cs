using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Domain.Assessments;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Data.Stores.People;

/// <summary>
/// What people change about how they sign in; each change is noted in its transaction. Scoped, because the accounts are; needs Identity
/// registered with <see cref="DeployRiskDbContext"/>.
/// </summary>
public sealed class AccountSecurity(DeployRiskDbContext context, UserManager<ApplicationUser> users, TimeProvider clock)
{
    /// <summary>Codes that are made at once; each works once, instead of the authenticator's.</summary>
    public const int RecoveryCodes = 10;

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

        await users.ResetAuthenticatorKeyAsync(user);
        return (await users.GetAuthenticatorKeyAsync(user))!;
    }

    /// <summary>Asks for a code of the authenticator at every sign-in from now on, once the person has shown one.</summary>
    /// <returns>The recovery codes; null when the code is wrong, and nothing is changed.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(ApplicationUser user, string code, CancellationToken cancellationToken = default)
    {
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return null;
        }

        IReadOnlyList<string> codes = [];
        await NotedAsync(
            AuditAction.SecondFactorTurnedOn,
            user,
            async () =>
            {
                var turned = await users.SetTwoFactorEnabledAsync(user, true);
                codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
                return turned;
            },
            cancellationToken);
        return codes;
    }

    /// <summary>Asks for the password alone; the authenticator's secret is forgotten.</summary>
    public Task TurnOffAsync(ApplicationUser user, CancellationToken cancellationToken = default) => NotedAsync(
        AuditAction.SecondFactorTurnedOff,
        user,
        async () =>
        {
            await users.SetTwoFactorEnabledAsync(user, false);
            return await users.ResetAuthenticatorKeyAsync(user);
        },
        cancellationToken);

    /// <summary>Other recovery codes; those before work no more.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(ApplicationUser user, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> codes = [];
        await NotedAsync(
            AuditAction.RecoveryCodesMade,
            user,
            async () =>
            {
                codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
                return IdentityResult.Success;
            },
            cancellationToken);
        return codes;
    }

    /// <summary>Ends every session of the account, within a minute.</summary>
    public Task SignOutEverywhereAsync(ApplicationUser user, CancellationToken cancellationToken = default) =>
        NotedAsync(AuditAction.SignedOutEverywhere, user, () => users.UpdateSecurityStampAsync(user), cancellationToken);

    /// <summary>Lets the person sign in with a passkey that their device has made.</summary>
    /// <param name="user">The person.</param>
    /// <param name="passkey">What the device says.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    public Task AddPasskeyAsync(ApplicationUser user, UserPasskeyInfo passkey, string name, CancellationToken cancellationToken = default)
    {
        passkey.Name = name;
        return NotedAsync(AuditAction.PasskeyAdded, user, () => users.AddOrUpdatePasskeyAsync(user, passkey), cancellationToken, name);
    }

    /// <summary>Forgets a passkey; nothing happens when the account has no such passkey.</summary>
    public async Task RemovePasskeyAsync(ApplicationUser user, byte[] credential, CancellationToken cancellationToken = default)
    {
        if (await users.GetPasskeyAsync(user, credential) is { } passkey)
        {
            await NotedAsync(AuditAction.PasskeyRemoved, user, () => users.RemovePasskeyAsync(user, credential), cancellationToken, passkey.Name ?? "");
        }
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
