using DeployRisk.Data.Stores;
using DeployRisk.Domain.Access;
using DeployRisk.Web.Shared.Identity;

namespace DeployRisk.Web.Features.Home;

/// <summary>What waits for the person who is signed in.</summary>
public sealed partial class HomePage(HomeStore home, ProductStore products, CurrentUser user, TimeProvider clock)
{
    private const int DaysBack = 30;
    private const int MostResults = 12;

    private IReadOnlyList<DraftSummary> _drafts = [];
    private RecentResults _recent = new([], 0);
    private DateTimeOffset? _lastVisit;
    private ProductSummary? _firstProduct;
    private bool _mayInvite;
    private bool _maySample;

    protected override async Task OnInitializedAsync()
    {
        var actor = (await user.GetAsync()).Actor;
        var reader = actor.Id;
        _mayInvite = AccessPolicy.Allows(actor, OrganisationDeed.ManagePeople);
        _maySample = AccessPolicy.Allows(actor, OrganisationDeed.ManageSample);
        _lastVisit = await home.VisitAsync(reader);
        _drafts = await home.DraftsAsync(reader);
        _recent = await home.ResultsAsync(reader, clock.GetUtcNow().AddDays(-DaysBack), _lastVisit, MostResults);
        if (_drafts.Count == 0 && _recent is { Results.Count: 0, News: 0 })
        {
            _firstProduct = await products.ListAsync(reader) is [var first, ..] ? first : null;
        }
    }
}
