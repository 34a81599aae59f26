using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeployRisk.Data.Stores;

/// <summary>
/// One transaction that has an assessment to itself: opened, decided on by the domain, then saved; what is not saved
/// is rolled back. Two people who answer different questions wait for each other for a few milliseconds; whoever
/// comes after a submission finds the assessment final.
/// </summary>
internal sealed class AssessmentChange : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly AssessmentRow _row;

    private AssessmentChange(DeployRiskDbContext context, IDbContextTransaction transaction, AssessmentRow row, DateTimeOffset now)
    {
        Context = context;
        _transaction = transaction;
        _row = row;
        Now = now;
        Assessment = row.ToAssessment();
    }

    public DeployRiskDbContext Context { get; }

    public Assessment Assessment { get; }

    /// <summary>How often it was changed, this change included once it is saved.</summary>
    public int Revision => _row.Revision;

    /// <summary>The time at which the assessment was had, so that times follow the order of changes.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Assessments with their answers and other risks.</summary>
    public static IQueryable<AssessmentRow> Whole(DeployRiskDbContext context) =>
        context.Assessments.Include(row => row.Answers).Include(row => row.OtherRisks).AsSplitQuery();

    /// <summary>Waits for the assessment; null when there is none.</summary>
    public static async Task<AssessmentChange?> OpenAsync(
        IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock, AssessmentId id, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await LockAsync(context, id, cancellationToken);
            var row = await Whole(context).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
            if (row is not null)
            {
                return new AssessmentChange(context, transaction, row, clock.GetUtcNow());
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

    /// <summary>Writes what the assessment says now.</summary>
    public Task SaveAsync(UserId by, CancellationToken cancellationToken) => SaveAsync(Assessment, by, cancellationToken);

    /// <summary>Writes what was decided on a copy that was read at the same revision.</summary>
    public async Task SaveAsync(Assessment decided, UserId by, CancellationToken cancellationToken)
    {
        _row.Take(decided);
        _row.Revision++;
        _row.LastEditedBy = by;
        _row.LastEditedAt = Now;
        await CommitAsync(cancellationToken);
    }

    /// <summary>Removes the assessment with its answers.</summary>
    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        Context.Assessments.Remove(_row);
        await CommitAsync(cancellationToken);
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

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Context.SaveChangesAsync(cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
    }
}
