using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Demo;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>Signs in. Every refusal reads the same, so that nobody learns which addresses have an account.</summary>
public sealed partial class SignInPage(
    SignInManager<ApplicationUser> signIn, UserManager<ApplicationUser> users, SignInRecords records, DemoMode demo, NavigationManager navigation)
{
    private string? _fault;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private SignInForm Form { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

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
        if (await CheckAsync())
        {
            navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        }
        else
        {
            _fault = T["SignInRefused"];
        }
    }

    private async Task<bool> CheckAsync()
    {
        var user = await users.FindByEmailAsync(PlainText.Of(Form.Email).Trim());
        if (user is null)
        {
            // As slow as a real check: the time would tell that there is no such account.
            users.PasswordHasher.HashPassword(new ApplicationUser(), Form.Password);
            return false;
        }

        var wasLocked = await users.IsLockedOutAsync(user);
        var result = await signIn.PasswordSignInAsync(user, Form.Password, Form.Remember, lockoutOnFailure: true);
        if (!result.Succeeded && !wasLocked)
        {
            // What is tried while the account is locked is not looked at, and shall not fill the trail; nor shall what is tried on a
            // disabled one, which Identity does not count.
            if (result.IsNotAllowed)
            {
                await users.AccessFailedAsync(user);
            }

            await records.RefusedAsync(user.UserId);
        }

        return result.Succeeded;
    }
}
