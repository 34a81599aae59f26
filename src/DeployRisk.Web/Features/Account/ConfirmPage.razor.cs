using DeployRisk.Data.Identity;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>Asks whoever is signed in to show once more that it is them, before they change how they sign in.</summary>
public sealed partial class ConfirmPage(UserManager<ApplicationUser> users, RecordedSignIns signIn, Confirmations confirmations, NavigationManager navigation)
{
    private FluentValidator<ConfirmForm>? _validator;
    private ApplicationUser? _user;
    private bool _hasPassword;
    private string? _fault;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private ConfirmForm Form { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ConfirmForm();
        _user = await users.GetUserAsync(HttpContext.User);
        _hasPassword = _user?.PasswordHash is not null;
    }

    private async Task ConfirmAsync()
    {
        if (_user is null || await signIn.IsLockedHereAsync(_user))
        {
            _fault = T["ConfirmRefused"];
        }
        else if (await signIn.IsPasswordAsync(_user, Form.Password))
        {
            confirmations.Remember(_user);
            navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        }
        else
        {
            _validator!.Add(nameof(ConfirmForm.Password), T["PasswordWrong"]);
        }
    }
}
