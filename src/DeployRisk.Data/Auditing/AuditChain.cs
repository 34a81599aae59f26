using System.Security.Cryptography;
using System.Text;
using DeployRisk.Data.Tables;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Auditing;

/// <summary>
/// Chains the records of the audit trail: each has the hash of itself and of the one before, so that a record that is changed, taken
/// out or moved no longer fits. Who keeps a copy of the head elsewhere sees too when the whole chain was made anew.
/// </summary>
internal static class AuditChain
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>The records that are to be written, taken out of the context.</summary>
    public static IReadOnlyList<AuditRow> TakeNew(DeployRiskDbContext context)
    {
        // What is added is known without looking for changes, which takes longer than most of what is saved.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var added = context.ChangeTracker.Entries<AuditRow>().Where(entry => entry.State == EntityState.Added).ToList();
        foreach (var entry in added)
        {
            entry.State = EntityState.Detached;
        }

        context.ChangeTracker.AutoDetectChangesEnabled = true;
        return [.. added.Select(entry => entry.Entity).OrderBy(row => row.At).ThenBy(row => row.Id)];
    }

    /// <summary>
    /// Puts records at the end of the chain, in the transaction that is open. It is the last thing that a transaction does: the head
    /// is held until its end, and who waits for the head holds what they have changed.
    /// </summary>
    public static async Task AppendAsync(DeployRiskDbContext context, IReadOnlyList<AuditRow> rows, CancellationToken cancellationToken)
    {
        var head = await HoldHeadAsync(context, cancellationToken);
        var (sequence, hash) = (head.Sequence, head.Hash);
        foreach (var row in rows)
        {
            row.Sequence = ++sequence;
            row.Hash = hash = HashOf(row, hash);
            context.Audit.Add(row);
        }

        await MoveHeadAsync(context, sequence, hash, cancellationToken);
    }

    /// <summary>Chains the records of before there was a chain, in their order; once.</summary>
    public static async Task SealOlderAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var head = await HoldHeadAsync(context, cancellationToken);
        if (head.Sequence > 0 || await context.Audit.OrderBy(row => row.Sequence).ToListAsync(cancellationToken) is not { Count: > 0 } older)
        {
            return;
        }

        var hash = head.Hash;
        foreach (var row in older)
        {
            row.Hash = hash = HashOf(row, hash);
        }

        await context.SaveChangesAsync(cancellationToken);
        await MoveHeadAsync(context, older.Count, hash, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    /// <summary>
    /// SHA-256 over the hash before and every field, each text with its length. Of the details their own hash is in it, so that an
    /// export that leaves them out for its reader can be checked all the same.
    /// </summary>
    public static byte[] HashOf(AuditRow row, byte[] before)
    {
        using var record = new MemoryStream();
        using (var writer = new BinaryWriter(record, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(before);
            writer.Write(row.Sequence);
            writer.Write(row.Id.ToByteArray(bigEndian: true));
            writer.Write(row.At.UtcTicks);
            writer.Write(row.By.Value.ToByteArray(bigEndian: true));
            writer.Write(row.Action.ToString());
            writer.Write(row.Subject.ToString());
            writer.Write(row.SubjectId.ToByteArray(bigEndian: true));
            writer.Write((row.Product?.Value ?? Guid.Empty).ToByteArray(bigEndian: true));
            writer.Write(row.Origin ?? "");
            writer.Write(SHA256.HashData(Encoding.UTF8.GetBytes(row.Details)));
        }

        return SHA256.HashData(record.GetBuffer().AsSpan(0, (int)record.Length));
    }

    /// <summary>The head, once nobody else can move it.</summary>
    private static async Task<AuditHeadRow> HoldHeadAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        await context.AuditHead.ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, row => row.Sequence), cancellationToken);
        return await context.AuditHead.AsNoTracking().SingleAsync(cancellationToken);
    }

    private static async Task MoveHeadAsync(DeployRiskDbContext context, long sequence, byte[] hash, CancellationToken cancellationToken) =>
        await context.AuditHead.ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, sequence).SetProperty(row => row.Hash, hash), cancellationToken);
}
