using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>Changes one's password; every other session of the account ends with it.</summary>
public sealed partial class PasswordPage(
    RecordedSignIns signIn, UserManager<ApplicationUser> users, AccountSecurity security, NavigationManager navigation)
{
    private FluentValidator<PasswordForm>? _validator;
    private string? _fault;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private PasswordForm Form { get; set; } = default!;

    [SupplyParameterFromQuery]
    private bool Done { get; set; }

    protected override void OnInitialized() => Form ??= new PasswordForm();

    private async Task ChangeAsync()
    {
        var user = await users.GetUserAsync(HttpContext.User);
        if (user is null || await signIn.IsLockedHereAsync(user))
        {
            _fault = T["PasswordRefused"];
            return;
        }

        var result = await security.ChangePasswordAsync(user, Form.Current, Form.Password, HttpContext.RequestAborted);
        if (result.Succeeded)
        {
            await users.ResetAccessFailedCountAsync(user);
            await signIn.RefreshSignInAsync(user);
            navigation.NavigateTo(AppUrls.ChangePassword + "?done=true");
        }
        else if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
        {
            await users.AccessFailedAsync(user);
            _validator!.Add(nameof(PasswordForm.Current), T["PasswordWrong"]);
        }
        else
        {
            _fault = string.Join(" ", result.Errors.Select(error => error.Description));
        }
    }
}
