using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Tables;
using DeployRisk.Data.Troubles;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DeployRisk.Data.Stores;

/// <summary>What waits for a person.</summary>
public sealed partial class HomeStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock, ILogger<HomeStore> logger)
{
    /// <summary>So long a visit lasts: whoever comes back within it is still on the same one, and nothing is written.</summary>
    public static readonly TimeSpan VisitLength = TimeSpan.FromMinutes(30);

    /// <summary>More news than this are not counted.</summary>
    public const int MostNews = 99;

    /// <summary>Notes that the person is here, and says when their visit before this one began; null when there was none.</summary>
    public async Task<DateTimeOffset?> VisitAsync(UserId user, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = context.Users.Where(person => person.Id == user.Value);
        var last = await account.Select(person => new { person.VisitBegan, person.VisitBefore }).SingleAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (now - last.VisitBegan < VisitLength)
        {
            return last.VisitBefore;
        }

        try
        {
            // Of two pages opened at once one writes; both know the same visit before.
            await account
                .Where(person => person.VisitBegan == last.VisitBegan)
                .ExecuteUpdateAsync(
                    person => person
                        .SetProperty(row => row.VisitBegan, now)
                        .SetProperty(row => row.VisitBefore, last.VisitBegan),
                    cancellationToken);
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is { } trouble)
        {
            // What can be read is shown all the same.
            LogNotNoted(logger, trouble);
        }

        return last.VisitBegan;
    }

    /// <summary>Drafts that the person started or touched, the last edited first.</summary>
    public async Task<IReadOnlyList<DraftSummary>> DraftsAsync(UserId user, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Assessments
            .AsNoTracking()
            .ReadableBy(user)
            .Where(row => row.State == AssessmentState.Draft)
            .Where(row => row.StartedBy == user
                || row.LastEditedBy == user
                || row.Answers.Any(answer => answer.GivenBy == user)
                || row.OtherRisks.Any(risks => risks.WrittenBy == user))
            .OrderByDescending(row => row.LastEditedAt)
            .Select(row => new DraftSummary(
                row.Id,
                row.Product!.Name,
                row.ReleaseName,
                row.PlannedOn,
                row.Answers.Count(answer => answer.Kind != AnswerKind.Unanswered),
                row.LastEditedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Results that the person may read, submitted since the given time and not withdrawn, the latest first; those of others since the last visit are news.</summary>
    public async Task<RecentResults> ResultsAsync(
        UserId reader, DateTimeOffset since, DateTimeOffset? lastVisit, int atMost, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var submitted = context.Assessments.AsNoTracking().ReadableBy(reader).Where(row => row.State == AssessmentState.Submitted);
        var rows = await submitted
            .Where(row => row.SubmittedAt >= since)
            .OrderByDescending(row => row.SubmittedAt)
            .Take(atMost)
            .Select(row => new
            {
                row.Product!.Name,
                Result = new ResultSummary(row.Id, row.ReleaseName, row.Result!.Verdict, row.Result.Readiness, row.SubmittedAt!.Value),
                By = row.SubmittedBy!.Value,
            })
            .ToListAsync(cancellationToken);
        var names = await context.NamesAsync(rows.Select(row => row.By), cancellationToken);
        var news = lastVisit is not { } visit ? 0 : await submitted
            .Where(row => row.SubmittedAt >= visit && row.SubmittedBy != reader)
            .OrderBy(row => row.SubmittedAt)
            .Take(MostNews + 1)
            .CountAsync(cancellationToken);
        return new RecentResults(
            [
                .. rows.Select(row => new RecentResult(
                    row.Name,
                    row.Result,
                    names.Person(row.By),
                    row.Result.SubmittedAt >= lastVisit && row.By != reader)),
            ],
            news);
    }

    [LoggerMessage(LogLevel.Warning, "A visit could not be noted: {Trouble}")]
    private static partial void LogNotNoted(ILogger logger, DatabaseTrouble trouble);
}
