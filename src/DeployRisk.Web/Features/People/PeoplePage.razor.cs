using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.People;

/// <summary>Who has an account, with which roles, and who is invited.</summary>
public sealed partial class PeoplePage(PeopleStore people, CurrentUser user, NavigationManager navigation)
{
    private IReadOnlyList<PersonAccount> _people = [];
    private IReadOnlyList<PendingInvitation> _invitations = [];
    private string? _fault;

    /// <summary>Whether an account has just been deleted.</summary>
    [SupplyParameterFromQuery]
    private bool Erased { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var reader = (await user.GetAsync()).Id;
        _people = await people.ListAsync(reader);
        _invitations = await people.InvitationsAsync(reader);
    }

    private async Task RevokeAsync(Guid invitation)
    {
        if (await people.RevokeAsync(invitation, (await user.GetAsync()).Id) is var outcome and not (PeopleOutcome.Done or PeopleOutcome.Missing))
        {
            _fault = T.Refused(outcome);
            return;
        }

        navigation.NavigateTo(AppUrls.People);
    }
}
