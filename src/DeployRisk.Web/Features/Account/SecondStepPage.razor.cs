using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>The second step of signing in, for a few minutes after the right password: a code of the authenticator, or a recovery code.</summary>
public sealed partial class SecondStepPage(SignInManager<ApplicationUser> signIn, UserManager<ApplicationUser> users, SignInRecords records, NavigationManager navigation)
{
    /// <summary>Digits of an authenticator's code; what is longer is a recovery code.</summary>
    private const int Digits = 6;

    private string? _fault;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private SecondStepForm Form { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private bool Remember { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SecondStepForm();
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            navigation.NavigateTo(AppUrls.SignIn(ReturnUrl));
        }
    }

    private async Task SignInAsync()
    {
        var user = (await signIn.GetTwoFactorAuthenticationUserAsync())!;
        var wasLocked = await users.IsLockedOutAsync(user);
        var code = SecondStepForm.Plain(Form.Code);
        var result = code.Length == Digits
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, Remember, rememberClient: false)
            : await RecoverAsync(user, code, wasLocked);
        if (result.Succeeded)
        {
            navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
            return;
        }

        if (!wasLocked)
        {
            await records.RefusedAsync(user.UserId);
        }

        _fault = T["TwoStepWrong"];
    }

    /// <summary>Identity counts wrong recovery codes for nothing.</summary>
    private async Task<SignInResult> RecoverAsync(ApplicationUser user, string code, bool isLocked)
    {
        if (isLocked)
        {
            return SignInResult.LockedOut;
        }

        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (!result.Succeeded)
        {
            await users.AccessFailedAsync(user);
        }

        return result;
    }
}
