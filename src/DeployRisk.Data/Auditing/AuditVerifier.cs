using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Auditing;

/// <summary>Checks the audit trail from its first record to its head.</summary>
public sealed class AuditVerifier(IDbContextFactory<DeployRiskDbContext> contexts)
{
    /// <summary>The first thing that is wrong, or that nothing is; all records are read as they were at one moment.</summary>
    public async Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Whoever appends waits: the head and the records belong together.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.AuditHead.ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, row => row.Sequence), cancellationToken);
        var head = await context.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var (last, hash) = (0L, new byte[AuditChain.HashLength]);
        await foreach (var row in context.Audit.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row.Sequence != last + 1)
            {
                return new AuditVerification.Missing(last + 1);
            }

            if (row.Sequence > (head?.Sequence ?? 0))
            {
                return new AuditVerification.Added(row.Sequence);
            }

            hash = AuditChain.HashOf(row, hash);
            if (!hash.AsSpan().SequenceEqual(row.Hash))
            {
                return new AuditVerification.Changed(row.Sequence, row.At);
            }

            last = row.Sequence;
        }

        return (head, last) switch
        {
            ({ Sequence: var told }, _) when told > last => new AuditVerification.Missing(last + 1),
            ({ Hash: var told }, > 0) when !hash.AsSpan().SequenceEqual(told) => new AuditVerification.Added(last),
            _ => new AuditVerification.Whole(last, Convert.ToHexStringLower(hash)),
        };
    }
}
