using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeployRisk.Data.Auditing;

/// <summary>Checks the audit trail from its first record to its head.</summary>
public sealed class AuditVerifier(IDbContextFactory<DeployRiskDbContext> contexts)
{
    /// <summary>The first thing that is wrong, or that nothing is; all records are read as they were at one moment.</summary>
    /// <param name="kept">The head of an earlier time, kept elsewhere, that the trail must have passed; null when there is none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<AuditVerification> VerifyAsync(AuditHead? kept = null, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await SnapshotAsync(context, cancellationToken);
        if (await context.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } head)
        {
            return new AuditVerification.Missing(1);
        }

        var (last, hash) = (0L, new byte[AuditChain.HashLength]);
        await foreach (var row in context.Audit.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.Sequence != last + 1)
            {
                return new AuditVerification.Missing(last + 1);
            }

            if (row.Sequence > head.Sequence)
            {
                return new AuditVerification.Added(row.Sequence);
            }

            hash = AuditChain.HashOf(row, hash);
            if (!hash.AsSpan().SequenceEqual(row.Hash))
            {
                return new AuditVerification.Changed(row.Sequence, row.At);
            }

            last = row.Sequence;
            if (last == kept?.Sequence && Convert.ToHexStringLower(hash) != kept.Hash)
            {
                return new AuditVerification.MadeAnew(last);
            }
        }

        if (head.Sequence > last || kept?.Sequence > last)
        {
            return new AuditVerification.Missing(last + 1);
        }

        return hash.AsSpan().SequenceEqual(head.Hash)
            ? new AuditVerification.Whole(last, Convert.ToHexStringLower(hash))
            : new AuditVerification.Added(last);
    }

    /// <summary>
    /// The database as it is now, however long the reading takes: nobody who appends waits for it. What SQLite's driver is asked
    /// for with this level is a transaction that only reads, and reads one snapshot.
    /// </summary>
    private static Task<IDbContextTransaction> SnapshotAsync(DeployRiskDbContext context, CancellationToken cancellationToken) =>
        context.Database.BeginTransactionAsync(
            context.Database.IsSqlite() ? IsolationLevel.ReadUncommitted : IsolationLevel.RepeatableRead, cancellationToken);
}
