using DeployRisk.Data.Stores;
using DeployRisk.Web.Shared.Identity;

namespace DeployRisk.Web.Features.Home;

/// <summary>What waits for the person who is signed in.</summary>
public sealed partial class HomePage(HomeStore home, ProductStore products, CurrentUser user, TimeProvider clock)
{
    private const int DaysBack = 30;
    private const int MostResults = 12;

    private IReadOnlyList<DraftSummary> _drafts = [];
    private IReadOnlyList<RecentResult> _results = [];
    private ProductSummary? _firstProduct;

    protected override async Task OnInitializedAsync()
    {
        _drafts = await home.DraftsAsync((await user.GetAsync()).Id);
        _results = await home.ResultsSinceAsync(clock.GetUtcNow().AddDays(-DaysBack), MostResults);
        if (_drafts.Count == 0 && _results.Count == 0)
        {
            _firstProduct = await products.ListAsync() is [var first, ..] ? first : null;
        }
    }
}
