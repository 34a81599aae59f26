using DeployRisk.Data.Auditing;
using DeployRisk.Data.Results;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>
/// Submits an assessment. Scoring can take longer than anybody's autosave should wait, so it is done on a copy first;
/// the copy is taken when nothing was changed meanwhile.
/// </summary>
internal sealed class Submission(IDbContextFactory<DeployRiskDbContext> contexts, Questionnaire questionnaire, TimeProvider clock)
{
    /// <summary>After so many changes in between everybody else waits.</summary>
    private const int PoliteAttempts = 3;

    public async Task<SubmitOutcome> RunAsync(AssessmentId id, UserId by, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < PoliteAttempts; attempt++)
        {
            var (row, access) = await ReadAsync(id, by, cancellationToken);
            if (RowTransaction.RefusalOf(row, access) is { } why)
            {
                return new SubmitOutcome.Refused(why);
            }

            var copy = row!.ToAssessment();
            var outcome = copy.Submit(questionnaire, by, clock.GetUtcNow());
            if (outcome is not SubmitOutcome.Submitted submitted || await TakenAsync(copy, row!.Revision, submitted, by, cancellationToken))
            {
                return outcome;
            }
        }

        return await RunAloneAsync(id, by, cancellationToken);
    }

    private static async Task KeepAsync(
        AssessmentChange change, Assessment decided, SubmitOutcome.Submitted submitted, UserId by, CancellationToken cancellationToken)
    {
        change.Context.Results.Add(submitted.Result.ToRow(decided.Id));
        change.Context.Note(
            AuditAction.AssessmentSubmitted,
            decided,
            new Moment(by, submitted.At),
            $"{decided.Release.Name}: {submitted.Result.Card.Verdict}");
        await change.SaveAsync(decided, by, cancellationToken);
    }

    private async Task<(AssessmentRow? Row, ProductAccess? Access)> ReadAsync(AssessmentId id, UserId by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await AssessmentChange.Whole(context).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return (row, row is null ? null : await context.AccessAsync(by, row.ProductId, cancellationToken));
    }

    private async Task<bool> TakenAsync(
        Assessment copy, int revision, SubmitOutcome.Submitted submitted, UserId by, CancellationToken cancellationToken)
    {
        await using var change = await AssessmentChange.OpenAsync(contexts, clock, copy.Id, by, cancellationToken);
        if (change.Refused is not null || change.Revision != revision)
        {
            return false;
        }

        await KeepAsync(change, copy, submitted, by, cancellationToken);
        return true;
    }

    private async Task<SubmitOutcome> RunAloneAsync(AssessmentId id, UserId by, CancellationToken cancellationToken)
    {
        await using var change = await AssessmentChange.OpenAsync(contexts, clock, id, by, cancellationToken);
        if (change.Refused is { } why)
        {
            return new SubmitOutcome.Refused(why);
        }

        var outcome = change.Assessment.Submit(questionnaire, by, change.Now);
        if (outcome is SubmitOutcome.Submitted submitted)
        {
            await KeepAsync(change, change.Assessment, submitted, by, cancellationToken);
        }

        return outcome;
    }
}
