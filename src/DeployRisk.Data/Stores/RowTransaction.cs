using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeployRisk.Data.Stores;

/// <summary>
/// One transaction that has the row of an assessment to itself; what is not committed is rolled back. Two people who answer
/// different questions wait for each other for a few milliseconds; whoever comes after a submission finds the assessment final.
/// </summary>
internal sealed class RowTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;

    private RowTransaction(DeployRiskDbContext context, IDbContextTransaction transaction, AssessmentRow row, DateTimeOffset now)
    {
        Context = context;
        _transaction = transaction;
        Row = row;
        Now = now;
    }

    public DeployRiskDbContext Context { get; }

    public AssessmentRow Row { get; }

    /// <summary>The time at which the row was had, so that times follow the order of changes.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Waits for the assessment; null when there is none.</summary>
    /// <param name="contexts">Where the context comes from.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="id">The assessment.</param>
    /// <param name="readAsync">Reads the row with what belongs to it, once no one else can change it.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public static async Task<RowTransaction?> OpenAsync(
        IDbContextFactory<DeployRiskDbContext> contexts,
        TimeProvider clock,
        AssessmentId id,
        Func<DeployRiskDbContext, Task<AssessmentRow?>> readAsync,
        CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            // What fails takes the whole transaction with it: there is nothing to go back to in between.
            context.Database.AutoSavepointsEnabled = false;
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await LockAsync(context, id, cancellationToken);
            if (await readAsync(context) is { } row)
            {
                return new RowTransaction(context, transaction, row, clock.GetUtcNow());
            }

            await context.DisposeAsync();
            return null;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes what changed about the row and what belongs to it, as one more revision.</summary>
    public Task SaveAsync(UserId by, CancellationToken cancellationToken)
    {
        Row.Revision++;
        Row.LastEditedBy = by;
        Row.LastEditedAt = Now;
        return CommitAsync(cancellationToken);
    }

    /// <summary>Writes whatever was changed.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Context.SaveChangesAsync(cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Disposing the context rolls an open transaction back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Context.DisposeAsync();
    }

    /// <summary>A SQLite transaction has the whole file already; on PostgreSQL writing the row locks it.</summary>
    private static async Task LockAsync(DeployRiskDbContext context, AssessmentId id, CancellationToken cancellationToken)
    {
        if (!context.Database.IsSqlite())
        {
            await context.Assessments
                .Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastEditedAt, row => row.LastEditedAt), cancellationToken);
        }
    }
}
