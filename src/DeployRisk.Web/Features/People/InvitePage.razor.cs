using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Forms;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.People;

/// <summary>Invites somebody; the link is shown once, to be sent by whatever way the organisation trusts.</summary>
public sealed partial class InvitePage(PeopleStore people, CurrentUser user, NavigationManager navigation)
{
    private FluentValidator<InviteForm>? _validator;
    private string? _link;
    private string? _email;
    private DateTimeOffset _until;
    private string? _fault;

    [SupplyParameterFromForm]
    private InviteForm Form { get; set; } = default!;

    protected override void OnInitialized() => Form ??= new InviteForm();

    private async Task InviteAsync()
    {
        switch (await people.InviteAsync(Form.Email, Form.Roles, (await user.GetAsync()).Id))
        {
            case InviteOutcome.Invited invited:
                _link = navigation.ToAbsoluteUri(AppUrls.Invitation(invited.Token)).ToString();
                (_email, _until) = (Form.Email.Trim(), invited.ExpiresAt);
                Form = new InviteForm();
                break;
            case InviteOutcome.HasAccount:
                _validator!.Add(nameof(InviteForm.Email), T["HasAccount"]);
                break;
            case InviteOutcome.NotAllowed:
                _fault = T.Refused(PeopleOutcome.NotAllowed);
                break;
        }
    }
}
