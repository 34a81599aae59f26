using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>Where the link of an invitation leads: the person makes their account and is signed in.</summary>
public sealed partial class InvitationPage(Invitations invitations, OrganisationStore organisations, SignInManager<ApplicationUser> signIn, SignInWays ways, NavigationManager navigation)
{
    private string? _email;
    private string? _organisation;
    private string? _fault;

    [Parameter]
    public string Token { get; set; } = "";

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private InvitationForm Form { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new InvitationForm();
        _organisation = (await organisations.FindAsync(HttpContext.RequestAborted))?.Name;
        _email = await invitations.EmailOfAsync(Token, HttpContext.RequestAborted);
    }

    private async Task AcceptAsync()
    {
        switch (await invitations.AcceptAsync(Token, Form.Name, Form.Password, CurrentLanguage.Get(), HttpContext.RequestAborted))
        {
            case AcceptOutcome.Accepted accepted:
                await signIn.SignInAsync(accepted.User, isPersistent: false);
                navigation.NavigateTo(AppUrls.Home);
                break;
            case AcceptOutcome.Refused refused:
                _fault = string.Join(" ", refused.Errors.Select(error => error.Description));
                break;
            default:
                _email = null;
                break;
        }
    }
}
