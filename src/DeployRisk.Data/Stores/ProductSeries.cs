using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>Reads what the charts of a product show.</summary>
internal static class ProductSeries
{
    /// <summary>Submitted assessments of the period, the latest first.</summary>
    public static IQueryable<AssessmentRow> Submitted(DeployRiskDbContext context, ProductId product, HistoryPeriod period) =>
        context.Assessments.AsNoTracking()
            .Where(row => row.ProductId == product && row.State == AssessmentState.Submitted)
            .In(period)
            .OrderByDescending(row => row.SubmittedAt);

    public static async Task<ReleaseSeries> LoadAsync(
        DeployRiskDbContext context, ProductId product, HistoryPeriod period, CancellationToken cancellationToken)
    {
        var submitted = Submitted(context, product, period);
        var rows = await submitted
            .Take(ReleaseSeries.MostReleases)
            .Select(row => new
            {
                row.Id,
                row.ReleaseName,
                row.SubmittedAt,
                row.Result!.Verdict,
                row.Result.GoLine,
                row.Result.FloorLine,
                row.Result.NoGoLine,
                row.Result.Readiness,
                row.Result.Potential,
                row.Result.Categories,
            })
            .ToListAsync(cancellationToken);
        var count = rows.Count < ReleaseSeries.MostReleases ? rows.Count : await submitted.CountAsync(cancellationToken);
        return new ReleaseSeries(
            [
                .. rows.OrderBy(row => row.SubmittedAt).Select(row => new AssessedRelease(
                    row.Id,
                    row.ReleaseName,
                    row.SubmittedAt!.Value,
                    row.Verdict,
                    new VerdictLines(row.GoLine, row.FloorLine, row.NoGoLine),
                    row.Readiness,
                    row.Potential,
                    row.Categories.ToDictionary(category => category.CategoryId, category => category.Readiness, StringComparer.Ordinal))),
            ],
            count);
    }
}
