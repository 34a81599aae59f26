using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.People;

/// <summary>Deletes somebody else's account, once its administrator has read what that means; one's own is deleted from the profile.</summary>
public sealed partial class ErasePersonPage(ErasureStore erasures, CurrentUser user, NavigationManager navigation)
{
    private Erasure? _erasure;
    private string? _fault;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = (await user.GetAsync()).Id;
        if (me.Value == Id)
        {
            navigation.NavigateTo(AppUrls.Erase);
            return;
        }

        _erasure = await erasures.FindAsync(new UserId(Id), me);
        if (_erasure is null)
        {
            navigation.NotFound();
        }
    }

    private async Task EraseAsync()
    {
        switch (await erasures.EraseAsync(new UserId(Id), (await user.GetAsync()).Id))
        {
            case EraseOutcome.Erased or EraseOutcome.Missing:
                navigation.NavigateTo($"{AppUrls.People}?erased=true");
                break;
            case EraseOutcome.Refused refused:
                _erasure = refused.Why;
                break;
            default:
                _fault = T.Refused(PeopleOutcome.NotAllowed);
                break;
        }
    }
}
