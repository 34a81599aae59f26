using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>Reads the history of a product: one query for its assessments, one for their categories, one for names.</summary>
internal static class ProductHistory
{
    public static async Task<IReadOnlyList<HistoryEntry>> LoadAsync(
        DeployRiskDbContext context, ProductId product, CancellationToken cancellationToken)
    {
        var categories = await CategoriesAsync(context, product, cancellationToken);
        var rows = await context.Assessments
            .AsNoTracking()
            .Where(row => row.ProductId == product)
            .Select(row => new
            {
                row.Id,
                row.State,
                row.ReleaseName,
                row.PlannedOn,
                row.Form,
                row.StartedBy,
                row.StartedAt,
                row.SubmittedBy,
                row.SubmittedAt,
                row.WithdrawnAt,
                Figures = row.Result == null
                    ? null
                    : new { row.Result.Verdict, row.Result.Tier, row.Result.Readiness, row.Result.Potential, row.Result.Coverage },
            })
            .ToListAsync(cancellationToken);
        var people = rows.SelectMany(row => new[] { row.StartedBy, row.SubmittedBy ?? row.StartedBy });
        var names = await context.NamesAsync(people, cancellationToken);
        return
        [
            .. rows
                .OrderByDescending(row => row.SubmittedAt ?? DateTimeOffset.MaxValue)
                .ThenByDescending(row => row.StartedAt)
                .Select(row => new HistoryEntry(
                    row.Id,
                    row.State,
                    row.ReleaseName,
                    row.PlannedOn,
                    row.Form,
                    names.Person(row.StartedBy),
                    row.StartedAt,
                    row.SubmittedBy is { } submitter ? names.Person(submitter) : null,
                    row.SubmittedAt,
                    row.WithdrawnAt,
                    row.Figures is { } figures
                        ? new HistoryFigures(figures.Verdict, figures.Tier, figures.Readiness, figures.Potential, figures.Coverage, categories[row.Id])
                        : null)),
        ];
    }

    private static async Task<Dictionary<AssessmentId, IReadOnlyDictionary<string, double?>>> CategoriesAsync(
        DeployRiskDbContext context, ProductId product, CancellationToken cancellationToken)
    {
        var rows = await context.Assessments
            .AsNoTracking()
            .Where(row => row.ProductId == product && row.Result != null)
            .SelectMany(row => row.Result!.Categories)
            .ToListAsync(cancellationToken);
        return rows
            .GroupBy(row => row.AssessmentId)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyDictionary<string, double?>)group.ToDictionary(row => row.CategoryId, row => row.Readiness, StringComparer.Ordinal));
    }
}
