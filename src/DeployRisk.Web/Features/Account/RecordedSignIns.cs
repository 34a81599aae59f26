using System.Security.Claims;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DeployRisk.Web.Features.Account;

/// <summary>Notes every session that begins in the audit trail, whichever way somebody signs in, and knows the devices of people.</summary>
public sealed class RecordedSignIns(
    UserManager<ApplicationUser> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<ApplicationUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<ApplicationUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<ApplicationUser> confirmation,
    SignInRecords records,
    KnownDevices devices,
    Confirmations confirmations) : SignInManager<ApplicationUser>(users, http, claims, options, logger, schemes, confirmation)
{
    private bool _isRenewed;

    public override async Task SignInWithClaimsAsync(ApplicationUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
        devices.Remember(user);
        if (!_isRenewed)
        {
            confirmations.Remember(user);
            await (additionalClaims.Any(claim => claim is { Type: SecondStepGate.Method, Value: SecondStepGate.Provider })
                ? records.SignedInByProviderAsync(user.UserId)
                : records.SignedInAsync(user.UserId));
        }
    }

    /// <summary>A lock keeps strangers out, not the person at their own device; how often they may try is limited by their address.</summary>
    /// <inheritdoc/>
    protected override async Task<bool> IsLockedOut(ApplicationUser user) => !devices.Knows(user) && await base.IsLockedOut(user);

    /// <summary>Whether somebody who tries to sign in to this account here is not looked at.</summary>
    public Task<bool> IsLockedHereAsync(ApplicationUser user) => IsLockedOut(user);

    /// <summary>Whether this is the password of who is signed in. Wrong ones count as at the sign-in: a device that was left open is no place to try them.</summary>
    public async Task<bool> IsPasswordAsync(ApplicationUser user, string password)
    {
        if (await UserManager.CheckPasswordAsync(user, password))
        {
            return true;
        }

        await UserManager.AccessFailedAsync(user);
        return false;
    }

    /// <summary>Ends a session whose account is deleted; the device is not known any more either.</summary>
    public Task LeaveAsync()
    {
        devices.Forget();
        return SignOutAsync();
    }

    /// <summary>A disabled account has no session, whatever it was given before.</summary>
    /// <inheritdoc/>
    public override async Task<ApplicationUser?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { DisabledAt: null } user ? user : null;

    /// <summary>A session that goes on with a new cookie is no other session.</summary>
    /// <inheritdoc/>
    public override async Task RefreshSignInAsync(ApplicationUser user)
    {
        _isRenewed = true;
        try
        {
            await base.RefreshSignInAsync(user);
        }
        finally
        {
            _isRenewed = false;
        }
    }

    /// <summary>Signs in with what a device says about one of its passkeys, which stands for both steps: the device has asked for more than being there.</summary>
    /// <param name="credential">The device's answer, as JSON.</param>
    public async Task<bool> PasskeyAsync(string credential)
    {
        if (await TryPasskeyAsync(credential) is not { Succeeded: true, User: { } user, Passkey: { } passkey })
        {
            return false;
        }

        if (!await CanSignInAsync(user))
        {
            await records.RefusedAsync(user.UserId);
            return false;
        }

        // A lock is against guessing, and nobody guesses a passkey. How often the device has used it: a copy of the device would count on its own.
        await UserManager.AddOrUpdatePasskeyAsync(user, passkey);
        await SignInWithClaimsAsync(user, new AuthenticationProperties(), [new Claim(SecondStepGate.Method, SecondStepGate.Passkey), new Claim(SecondStepGate.Claim, "true")]);
        return true;
    }

    /// <summary>Signs in whom the organisation's provider vouches for. It stands for both steps: whether it asks for more than a password is decided there.</summary>
    /// <returns>False when the account may not be used.</returns>
    public async Task<bool> ByProviderAsync(ApplicationUser user)
    {
        if (!await CanSignInAsync(user))
        {
            return false;
        }

        await SignInWithClaimsAsync(user, new AuthenticationProperties(), [new Claim(SecondStepGate.Method, SecondStepGate.Provider), new Claim(SecondStepGate.Claim, "true")]);
        return true;
    }

    /// <summary>What is no credential at all is refused like a wrong one.</summary>
    private async Task<PasskeyAssertionResult<ApplicationUser>?> TryPasskeyAsync(string credential)
    {
        try
        {
            return await PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // Nobody asked for a challenge in this browser, or too long ago.
            return null;
        }
    }
}
