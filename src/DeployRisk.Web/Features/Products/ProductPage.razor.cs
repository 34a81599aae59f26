using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Charts;
using DeployRisk.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Products;

/// <summary>One product: its readiness over releases, and every assessment.</summary>
public sealed partial class ProductPage(ProductStore products, ReaderClock clock, NavigationManager navigation)
{
    private Product? _product;
    private IReadOnlyList<HistoryEntry> _history = [];
    private IReadOnlyList<HistoryEntry> _counted = [];
    private IReadOnlyList<ReadinessPoint> _points = [];

    [Parameter]
    public string Slug { get; set; } = "";

    [Inject]
    private Questionnaire Questionnaire { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        _product = await products.FindAsync(Slug);
        if (_product is null)
        {
            navigation.NotFound();
            return;
        }

        _history = await products.HistoryAsync(_product.Id);
        _counted = [.. _history.Where(entry => entry.State == AssessmentState.Submitted).OrderBy(entry => entry.SubmittedAt)];
        _points = [.. _counted.Where(entry => entry.Result?.Readiness is not null).Select(PointOf)];
    }

    private ReadinessPoint PointOf(HistoryEntry entry)
    {
        var result = entry.Result!;
        var readiness = result.Readiness!.Value;
        return new ReadinessPoint(
            entry.Release,
            clock.Date(entry.SubmittedAt!.Value),
            readiness,
            result.Potential ?? readiness,
            result.Verdict,
            result.Tier,
            Questionnaire.Rules.Go[result.Tier],
            Questionnaire.Rules.NoGo[result.Tier],
            AppUrls.Result(entry.Id));
    }
}
