using DeployRisk.Data.Auditing;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Results;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>The life cycle of assessments: loads, lets the domain decide, saves. Every method is one transaction.</summary>
public sealed partial class AssessmentStore(
    IDbContextFactory<DeployRiskDbContext> contexts, Questionnaire questionnaire, TimeProvider clock, ChangeFeed feed)
{
    /// <summary>Starts a draft.</summary>
    /// <exception cref="ArgumentException">The context has an answer that the questionnaire does not know.</exception>
    public async Task<StartOutcome> StartAsync(ProductId productId, Release release, UserId by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.HoldAsync(productId, cancellationToken);
        if (await context.ReadAccessAsync(by, productId, cancellationToken) is not { } access)
        {
            return new StartOutcome.ProductMissing();
        }

        if (!access.Allows(ProductDeed.Assess))
        {
            return new StartOutcome.NotAllowed();
        }

        var now = clock.GetUtcNow();
        var assessment = Assessment.Start(AssessmentId.New(now), productId, questionnaire, release, by, now);
        context.Assessments.Add(assessment.ToRow());
        context.Note(AuditAction.AssessmentStarted, assessment, assessment.Started, assessment.Release.Name);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new StartOutcome.Started(assessment.Id);
    }

    /// <summary>The assessment in whatever state; null when there is none that this person may read.</summary>
    public async Task<LoadedAssessment?> LoadAsync(AssessmentId id, UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await AssessmentChange.Whole(context).AsNoTracking()
            .Include(row => row.Product)
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (row is null || await context.ReadAccessAsync(reader, row.ProductId, cancellationToken) is not { } access)
        {
            return null;
        }

        var assessment = row.ToAssessment();
        var names = await context.NamesAsync(assessment.People(), cancellationToken);
        return new LoadedAssessment(assessment, row.Product!.ToProduct(), access, names, row.Revision);
    }

    /// <summary>How often the assessment was changed; null when it is gone, or this person may not read it.</summary>
    public async Task<int?> RevisionAsync(AssessmentId id, UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Assessments.ReadableBy(reader).Where(row => row.Id == id).Select(row => (int?)row.Revision).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// The product's latest submission: where answers can be copied from; null when there is none. One that was withdrawn is it only for
    /// the same release, which it was a mistake of.
    /// </summary>
    public async Task<CopySource?> LatestSubmissionAsync(ProductId productId, string release, UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Assessments
            .ReadableBy(reader)
            .Where(row => row.ProductId == productId
                && (row.State == AssessmentState.Submitted || (row.State == AssessmentState.Withdrawn && row.ReleaseName == release)))
            .OrderByDescending(row => row.SubmittedAt)
            .ThenByDescending(row => row.Id)
            .Select(row => new CopySource(row.Id, row.ReleaseName))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The product's latest submission before the given time that was not withdrawn, or null.</summary>
    public async Task<StoredResult?> LoadPreviousAsync(
        ProductId productId, DateTimeOffset before, UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await WithResult(context)
            .Where(row => row.ProductId == productId && row.State == AssessmentState.Submitted && row.SubmittedAt < before)
            .OrderByDescending(row => row.SubmittedAt)
            .ThenByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return await ToStoredResultAsync(context, row, reader, cancellationToken);
    }

    /// <summary>A submitted (perhaps withdrawn) assessment with its result; null when there is none that this person may read, or it is a draft.</summary>
    public async Task<StoredResult?> ResultAsync(AssessmentId id, UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await WithResult(context).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return await ToStoredResultAsync(context, row, reader, cancellationToken);
    }

    /// <summary>The same as <see cref="ResultAsync"/>, to be taken out of here: that is noted.</summary>
    public async Task<StoredResult?> ExportAsync(AssessmentId id, UserId reader, CancellationToken cancellationToken = default)
    {
        if (await ResultAsync(id, reader, cancellationToken) is not { } stored)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Note(AuditAction.AssessmentExported, stored.Assessment, new Moment(reader, clock.GetUtcNow()), stored.Assessment.Release.Name);
        await context.SaveChangesAsync(cancellationToken);
        return stored;
    }

    /// <summary>Changes name, planned day, form or context of a draft's release.</summary>
    public async Task<EditOutcome> ChangeReleaseAsync(
        AssessmentId id, Release release, Release? basedOn, UserId by, CancellationToken cancellationToken = default)
    {
        await using var change = await OpenAsync(id, by, cancellationToken);
        if (change.Refused is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        var (assessment, now) = (change.Assessment, change.Now);
        var outcome = assessment.ChangeRelease(questionnaire, release, now, basedOn);
        if (outcome is EditOutcome.Saved)
        {
            change.Context.Note(AuditAction.ReleaseChanged, assessment, new Moment(by, now), assessment.Release.Name);
            await change.SaveAsync(by, cancellationToken);
            feed.Publish(AssessmentNews.Of(id), new AssessmentNews.MuchChanged(change.Revision));
        }

        return outcome;
    }

    /// <summary>Makes a draft final and keeps its result; of several submissions at once one is taken.</summary>
    public async Task<SubmitOutcome> SubmitAsync(AssessmentId id, UserId by, CancellationToken cancellationToken = default)
    {
        var outcome = await new Submission(contexts, questionnaire, clock).RunAsync(id, by, cancellationToken);
        if (outcome is SubmitOutcome.Submitted)
        {
            feed.Publish(AssessmentNews.Of(id), new AssessmentNews.Ended());
        }

        return outcome;
    }

    /// <summary>Takes a submission back, within the hour and by the person who made it.</summary>
    public async Task<WithdrawOutcome> WithdrawAsync(AssessmentId id, UserId by, CancellationToken cancellationToken = default)
    {
        await using var change = await OpenAsync(id, by, cancellationToken);
        if (change.Refused is { } why)
        {
            return new WithdrawOutcome.Refused(why);
        }

        var (assessment, now) = (change.Assessment, change.Now);
        var outcome = assessment.Withdraw(by, now);
        if (outcome is WithdrawOutcome.Withdrawn)
        {
            change.Context.Note(AuditAction.AssessmentWithdrawn, assessment, new Moment(by, now), assessment.Release.Name);
            await change.SaveAsync(by, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Throws a draft and its answers away; this cannot be undone.</summary>
    public async Task<DiscardOutcome> DiscardDraftAsync(AssessmentId id, UserId by, CancellationToken cancellationToken = default)
    {
        await using var change = await OpenAsync(id, by, cancellationToken);
        if (change.Refused is { } why)
        {
            return new DiscardOutcome.Refused(why);
        }

        var (assessment, now) = (change.Assessment, change.Now);
        var outcome = assessment.Discard();
        if (outcome is DiscardOutcome.Discarded)
        {
            change.Context.Note(AuditAction.DraftDiscarded, assessment, new Moment(by, now), assessment.Release.Name);
            await change.DeleteAsync(cancellationToken);
            feed.Publish(AssessmentNews.Of(id), new AssessmentNews.Ended());
        }

        return outcome;
    }

    private static IQueryable<AssessmentRow> WithResult(DeployRiskDbContext context) =>
        AssessmentChange.Whole(context).AsNoTracking().Include(row => row.Product).Include(row => row.Result);

    private static async Task<StoredResult?> ToStoredResultAsync(
        DeployRiskDbContext context, AssessmentRow? row, UserId reader, CancellationToken cancellationToken)
    {
        if (row is not { Result: { } result, Product: { } product }
            || await context.ReadAccessAsync(reader, product.Id, cancellationToken) is not { } access)
        {
            return null;
        }

        var assessment = row.ToAssessment();
        var names = await context.NamesAsync(assessment.People(), cancellationToken);
        return new StoredResult(assessment, product.ToProduct(), access, ResultDocument.Read(result.Document, result.Lines), names);
    }

    private Task<AssessmentChange> OpenAsync(AssessmentId id, UserId by, CancellationToken cancellationToken) =>
        AssessmentChange.OpenAsync(contexts, clock, id, by, cancellationToken);
}
