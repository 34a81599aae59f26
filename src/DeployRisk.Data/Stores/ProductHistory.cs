using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>
/// Reads a page of a product's history, and no more than it shows: what is counted or skipped is passed over in an
/// index, and figures are joined to the rows that are left.
/// </summary>
internal static class ProductHistory
{
    /// <summary>Submitted and withdrawn assessments of the period.</summary>
    public static IQueryable<AssessmentRow> Ended(DeployRiskDbContext context, ProductId product, HistoryPeriod period) =>
        context.Assessments.AsNoTracking()
            .Where(row => row.ProductId == product && row.SubmittedAt != null)
            .In(period);

    /// <summary>One page of them, the latest first; those of one moment by id, so that none stands on two pages.</summary>
    public static IQueryable<HistoryRow> Page(IQueryable<AssessmentRow> ended, int number) =>
        Rows(ended
            .OrderByDescending(row => row.SubmittedAt)
            .ThenByDescending(row => row.Id)
            .Skip((number - 1) * HistoryPage.Size)
            .Take(HistoryPage.Size));

    public static async Task<HistoryPage> LoadAsync(
        DeployRiskDbContext context, ProductId product, HistoryPeriod period, int wanted, CancellationToken cancellationToken)
    {
        var ended = Ended(context, product, period);
        var count = await ended.CountAsync(cancellationToken);
        var number = Math.Clamp(wanted, 1, HistoryPage.PagesFor(count));
        var submitted = await Page(ended, number).ToListAsync(cancellationToken);
        var drafts = number == 1 ? await Drafts(context, product).ToListAsync(cancellationToken) : [];
        var people = drafts.Concat(submitted).SelectMany(row => new[] { row.StartedBy, row.SubmittedBy ?? row.StartedBy });
        var names = await context.NamesAsync(people, cancellationToken);
        return new HistoryPage(
            [.. drafts.Select(row => row.ToEntry(names))],
            [.. submitted.Select(row => row.ToEntry(names))],
            number,
            count);
    }

    public static IQueryable<AssessmentRow> In(this IQueryable<AssessmentRow> rows, HistoryPeriod period)
    {
        var since = period.From is { } from ? rows.Where(row => row.SubmittedAt >= from) : rows;
        return period.Before is { } before ? since.Where(row => row.SubmittedAt < before) : since;
    }

    private static IQueryable<HistoryRow> Drafts(DeployRiskDbContext context, ProductId product) =>
        Rows(context.Assessments.AsNoTracking()
            .Where(row => row.ProductId == product && row.State == AssessmentState.Draft)
            .OrderByDescending(row => row.StartedAt)
            .Take(HistoryPage.MostDrafts));

    private static IQueryable<HistoryRow> Rows(IQueryable<AssessmentRow> rows) => rows.Select(row => new HistoryRow(
        row.Id,
        row.State,
        row.ReleaseName,
        row.PlannedOn,
        row.Form,
        row.StartedBy,
        row.StartedAt,
        row.SubmittedBy,
        row.SubmittedAt,
        row.Result == null ? null : new HistoryFigures(row.Result.Verdict, row.Result.Readiness, row.Result.Potential)));
}
