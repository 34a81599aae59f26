using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>A whole assessment in a transaction that has it to itself: opened, decided on by the domain, then saved.</summary>
internal sealed class AssessmentChange(RowTransaction transaction) : IAsyncDisposable
{
    public DeployRiskDbContext Context => transaction.Context;

    /// <inheritdoc cref="RowTransaction.Refused"/>
    public Refusal? Refused => transaction.Refused;

    /// <summary>The assessment.</summary>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public Assessment Assessment => field ??= transaction.Row.ToAssessment();

    /// <summary>How often it was changed, this change included once it is saved.</summary>
    public int Revision => transaction.Row.Revision;

    /// <inheritdoc cref="RowTransaction.Now"/>
    public DateTimeOffset Now => transaction.Now;

    /// <summary>Assessments with their answers and other risks.</summary>
    public static IQueryable<AssessmentRow> Whole(DeployRiskDbContext context) =>
        context.Assessments.Include(row => row.Answers).Include(row => row.OtherRisks).AsSplitQuery();

    /// <summary>Waits for the assessment and asks whether this person may change it.</summary>
    public static Task<AssessmentChange> OpenAsync(
        IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock, AssessmentId id, UserId by, CancellationToken cancellationToken) =>
        RowTransaction.OpenAsync(
            contexts,
            clock,
            id,
            by,
            context => Whole(context).SingleOrDefaultAsync(row => row.Id == id, cancellationToken),
            transaction => new AssessmentChange(transaction),
            cancellationToken);

    /// <summary>Writes what the assessment says now.</summary>
    public Task SaveAsync(UserId by, CancellationToken cancellationToken) => SaveAsync(Assessment, by, cancellationToken);

    /// <summary>Writes what was decided on a copy that was read at the same revision.</summary>
    public Task SaveAsync(Assessment decided, UserId by, CancellationToken cancellationToken)
    {
        transaction.Row.Take(decided);
        return transaction.SaveAsync(by, cancellationToken);
    }

    /// <summary>Removes the assessment with its answers.</summary>
    public Task DeleteAsync(CancellationToken cancellationToken)
    {
        Context.Assessments.Remove(transaction.Row);
        return transaction.CommitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
