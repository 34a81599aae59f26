using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>What waits for a person.</summary>
public sealed class HomeStore(IDbContextFactory<DeployRiskDbContext> contexts)
{
    /// <summary>Drafts that the person started or touched, the last edited first.</summary>
    public async Task<IReadOnlyList<DraftSummary>> DraftsAsync(UserId user, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Assessments
            .AsNoTracking()
            .Where(row => row.State == AssessmentState.Draft)
            .Where(row => row.StartedBy == user
                || row.LastEditedBy == user
                || row.Answers.Any(answer => answer.GivenBy == user)
                || row.OtherRisks.Any(risks => risks.WrittenBy == user))
            .OrderByDescending(row => row.LastEditedAt)
            .Select(row => new
            {
                row.Id,
                row.Product!.Name,
                row.Product.Slug,
                row.ReleaseName,
                row.PlannedOn,
                Answered = row.Answers.Count(answer => answer.Kind != AnswerKind.Unanswered),
                row.StartedBy,
                row.LastEditedAt,
            })
            .ToListAsync(cancellationToken);
        var names = await context.NamesAsync(rows.Select(row => row.StartedBy), cancellationToken);
        return
        [
            .. rows.Select(row => new DraftSummary(
                row.Id,
                row.Name,
                Slug.FromStored(row.Slug),
                row.ReleaseName,
                row.PlannedOn,
                row.Answered,
                names.Person(row.StartedBy),
                row.LastEditedAt)),
        ];
    }

    /// <summary>Results submitted since the given time and not withdrawn, the latest first.</summary>
    public async Task<IReadOnlyList<RecentResult>> ResultsSinceAsync(DateTimeOffset since, int atMost, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Assessments
            .AsNoTracking()
            .Where(row => row.State == AssessmentState.Submitted && row.SubmittedAt >= since)
            .OrderByDescending(row => row.SubmittedAt)
            .Take(atMost)
            .Select(row => new
            {
                row.Product!.Name,
                row.Product.Slug,
                Result = new ResultSummary(row.Id, row.ReleaseName, row.Result!.Verdict, row.Result.Readiness, row.SubmittedAt!.Value),
                By = row.SubmittedBy!.Value,
            })
            .ToListAsync(cancellationToken);
        var names = await context.NamesAsync(rows.Select(row => row.By), cancellationToken);
        return [.. rows.Select(row => new RecentResult(row.Name, Slug.FromStored(row.Slug), row.Result, names.Person(row.By)))];
    }
}
