using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>How the person signs in, and what ends their sessions.</summary>
public sealed partial class SecurityPage(
    AccountSecurity security, UserManager<ApplicationUser> users, SignInManager<ApplicationUser> signIn, Confirmations confirmations, SignInWays ways, NavigationManager navigation)
{
    /// <summary>Longest name of a passkey, in characters.</summary>
    private const int MaxNameLength = 60;

    private ApplicationUser _user = null!;
    private IReadOnlyList<string>? _codes;
    private bool _isConfirmed;
    private bool _hasSecondFactor;
    private int _codesLeft;
    private string? _fault;
    private string? _passkeyFault;
    private IReadOnlyList<UserPasskeyInfo> _passkeys = [];

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Credential { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? PasskeyName { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await users.GetUserAsync(HttpContext.User) is not { } user)
        {
            // Whoever was deleted a moment ago has a session for up to a minute.
            await signIn.SignOutAsync();
            navigation.NavigateTo(AppUrls.SignInPage);
            return;
        }

        _user = user;
        _isConfirmed = confirmations.Knows(user);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _hasSecondFactor = _user.TwoFactorEnabled;
        _codesLeft = _hasSecondFactor ? await users.CountRecoveryCodesAsync(_user) : 0;
        _passkeys = [.. (await users.GetPasskeysAsync(_user)).OrderBy(passkey => passkey.CreatedAt)];
    }

    /// <summary>Makes the change; where the confirmation does not hold any more, leads to it instead.</summary>
    private Task ConfirmedAsync(Func<Task> change)
    {
        if (_isConfirmed)
        {
            return change();
        }

        navigation.NavigateTo(AppUrls.Confirm(AppUrls.Security));
        return Task.CompletedTask;
    }

    private async Task NewCodesAsync()
    {
        _codes = await security.NewRecoveryCodesAsync(_user, HttpContext.RequestAborted);
        _fault = _codes is null ? T["ChangedMeanwhile"].Value : null;
        await ReadAsync();
    }

    private async Task TurnOffAsync()
    {
        if (!(await security.TurnOffAsync(_user, HttpContext.RequestAborted)).Succeeded)
        {
            _fault = T["ChangedMeanwhile"];
            return;
        }

        await signIn.RefreshSignInAsync(_user);
        navigation.NavigateTo(AppUrls.Security);
    }

    private async Task AddPasskeyAsync()
    {
        if (string.IsNullOrEmpty(Credential) || await AttestedAsync(Credential) is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } made } || made.Id != _user.Id.ToString())
        {
            _passkeyFault = T["PasskeyNotMade"];
            return;
        }

        var name = PlainText.Of(PasskeyName ?? "").Trim();
        if (!await security.AddPasskeyAsync(
            _user, passkey, name.Length == 0 ? T["PasskeyUnnamed"] : name[..Math.Min(name.Length, MaxNameLength)], HttpContext.RequestAborted))
        {
            _passkeyFault = T["PasskeysFull", AccountSecurity.MostPasskeys];
            return;
        }

        navigation.NavigateTo(AppUrls.Security + "#passkeys");
    }

    /// <summary>What is no answer of a device at all is refused like a wrong one.</summary>
    private async Task<PasskeyAttestationResult?> AttestedAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task RemovePasskeyAsync(byte[] credential)
    {
        await security.RemovePasskeyAsync(_user, credential, HttpContext.RequestAborted);
        navigation.NavigateTo(AppUrls.Security + "#passkeys");
    }

    private async Task SignOutEverywhereAsync()
    {
        if (!(await security.SignOutEverywhereAsync(_user, HttpContext.RequestAborted)).Succeeded)
        {
            _fault = T["ChangedMeanwhile"];
            return;
        }

        await signIn.SignOutAsync();
        navigation.NavigateTo(AppUrls.SignInPage);
    }
}
