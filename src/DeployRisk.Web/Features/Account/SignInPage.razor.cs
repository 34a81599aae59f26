using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>Signs in. Every refusal reads the same, so that nobody learns which addresses have an account.</summary>
public sealed partial class SignInPage(
    RecordedSignIns signIn, UserManager<ApplicationUser> users, SignInRecords records, SignInWays ways, NavigationManager navigation)
{
    private string? _fault;
    private string? _passkeyFault;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm Form { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Credential { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private bool SignedOut { get; set; }

    /// <summary>Whether who comes here has just deleted their account.</summary>
    [SupplyParameterFromQuery]
    private bool Erased { get; set; }

    protected override void OnInitialized()
    {
        Form ??= new SignInForm();
        if (HttpMethods.IsGet(HttpContext.Request.Method) && HttpContext.User.Identity is { IsAuthenticated: true })
        {
            navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        }
    }

    private async Task SignInAsync()
    {
        var result = await CheckAsync();
        if (result.Succeeded)
        {
            navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        }
        else if (result.RequiresTwoFactor)
        {
            navigation.NavigateTo(AppUrls.AskSecondStep(Form.Remember, ReturnUrl));
        }
        else
        {
            _fault = T["SignInRefused"];
        }
    }

    private async Task PasskeyAsync()
    {
        if (Credential is { Length: > 0 } && await signIn.PasskeyAsync(Credential))
        {
            navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        }
        else
        {
            _passkeyFault = T["PasskeyRefused"];
        }
    }

    private async Task<SignInResult> CheckAsync()
    {
        var user = await users.FindByEmailAsync(PlainText.Of(Form.Email).Trim());
        if (user is null)
        {
            // As slow as a real check: the time would tell that there is no such account.
            users.PasswordHasher.HashPassword(new ApplicationUser(), Form.Password);
            return SignInResult.Failed;
        }

        var wasLocked = await signIn.IsLockedHereAsync(user);
        var result = await signIn.PasswordSignInAsync(user, Form.Password, Form.Remember, lockoutOnFailure: true);
        if (result.IsLockedOut || result.IsNotAllowed || user.PasswordHash is null)
        {
            // Identity has not looked at the password: the time would tell of this account.
            users.PasswordHasher.HashPassword(user, Form.Password);
        }

        if (!result.Succeeded && !result.RequiresTwoFactor && !wasLocked)
        {
            // What is tried while the account is locked is not looked at, and shall not fill the trail; nor shall what is tried on a
            // disabled one, which Identity does not count.
            if (result.IsNotAllowed)
            {
                await users.AccessFailedAsync(user);
            }

            await records.RefusedAsync(user.UserId);
        }

        return result;
    }
}
