using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
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
    private readonly AssessmentRow? _row;

    private RowTransaction(DeployRiskDbContext context, IDbContextTransaction transaction, AssessmentRow? row, ProductAccess? access, DateTimeOffset now)
    {
        Context = context;
        _transaction = transaction;
        _row = row;
        Now = now;
        Refused = RefusalOf(row, access);
    }

    public DeployRiskDbContext Context { get; }

    /// <summary>Why nothing can be changed here; null when it can. To those who may not read the product there is no such assessment.</summary>
    public Refusal? Refused { get; }

    /// <summary>The row.</summary>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public AssessmentRow Row => Refused is null ? _row! : throw new InvalidOperationException($"Refused: {Refused}");

    /// <summary>The time at which the row was had, so that times follow the order of changes.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Waits for the assessment and asks whether this person may change it.</summary>
    /// <param name="contexts">Where the context comes from.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="id">The assessment.</param>
    /// <param name="by">Who wants to change it.</param>
    /// <param name="readAsync">Reads the row with what belongs to it, once no one else can change it.</param>
    /// <param name="wrap">Makes the change that owns the transaction.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public static async Task<TChange> OpenAsync<TChange>(
        IDbContextFactory<DeployRiskDbContext> contexts,
        TimeProvider clock,
        AssessmentId id,
        UserId by,
        Func<DeployRiskDbContext, Task<AssessmentRow?>> readAsync,
        Func<RowTransaction, TChange> wrap,
        CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            // What fails takes the whole transaction with it: there is nothing to go back to in between.
            context.Database.AutoSavepointsEnabled = false;
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await LockAsync(context, id, cancellationToken);
            var row = await readAsync(context);
            var access = row is null ? null : await context.AccessAsync(by, row.ProductId, cancellationToken);
#pragma warning disable CA2000 // The change that wraps it disposes it.
            return wrap(new RowTransaction(context, transaction, row, access, clock.GetUtcNow()));
#pragma warning restore CA2000
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Why an assessment cannot be changed by somebody; null when it can.</summary>
    public static Refusal? RefusalOf(AssessmentRow? row, ProductAccess? access) => (row, access) switch
    {
        (null, _) => new Refusal.Missing(),
        (_, null) => new Refusal.NotAllowed(),
        _ when !access.Allows(ProductDeed.Read) => new Refusal.Missing(),
        _ when !access.Allows(ProductDeed.Assess) => new Refusal.NotAllowed(),
        _ => null,
    };

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
