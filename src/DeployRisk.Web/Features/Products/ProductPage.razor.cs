using DeployRisk.Data.Stores;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Charts;
using DeployRisk.Web.Shared.Formatting;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Products;

/// <summary>One product: its readiness over releases, and its assessments. The address says which part of its history is shown.</summary>
public sealed partial class ProductPage(ProductStore products, CurrentUser user, ReaderClock clock, NavigationManager navigation)
{
    /// <summary>Up to this many assessments nobody needs to choose a period.</summary>
    private const int SeenAtOnce = 5;

    private VisibleProduct? _visible;
    private HistoryView _view = HistoryView.Everything;
    private HistoryPage _history = null!;
    private ReleaseSeries _series = null!;
    private IReadOnlyList<ReadinessPoint> _points = [];

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageNumber { get; set; }

    [Inject]
    private Questionnaire Questionnaire { get; set; } = null!;

    private string Path => AppUrls.Product(Slug);

    private string Caption => _series.Count > _series.Releases.Count
        ? $"{T["ChartLatest", _series.Releases.Count, _series.Count]} {T["ChartCaption"]}"
        : T["ChartCaption"];

    protected override async Task OnParametersSetAsync()
    {
        var reader = (await user.GetAsync()).Id;
        if (await products.FindAsync(Slug, reader) is not { Product: var product } visible)
        {
            navigation.NotFound();
            return;
        }

        var asked = HistoryView.Read(From, To, PageNumber);
        var period = asked.Period(clock);
        var history = await products.HistoryAsync(product.Id, reader, period, asked.Page);
        var series = await products.SeriesAsync(product.Id, reader, period);

        // The page is drawn at every wait: it gets all of this at once.
        _visible = visible;
        _history = history;
        _series = series;
        _view = asked with { Page = history.Number };
        _points = [.. series.Releases.Where(release => release.Readiness is not null).Select(PointOf)];
    }

    private ReadinessPoint PointOf(AssessedRelease release) => new(
        release.Name,
        clock.Date(release.SubmittedAt),
        release.Readiness!.Value,
        release.Potential ?? release.Readiness.Value,
        release.Verdict,
        release.Lines.Go,
        release.Lines.NoGo,
        AppUrls.Result(release.Id));
}
