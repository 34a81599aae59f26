using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.Audit;

/// <summary>
/// Reads the audit trail, for those whom the policy lets. What an assessment of a restricted product is called they read only as
/// members of it; that it was made, when and by whom, they read always. What names somebody whose account is deleted nobody reads.
/// </summary>
public sealed class AuditStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock)
{
    /// <summary>Records that are read from the database at once while all are given out.</summary>
    private const int Portion = 500;

    /// <summary>The latest records, or those before one of them; null for those who may not read the trail.</summary>
    /// <param name="filter">Which records.</param>
    /// <param name="olderThan">The number of the record before which they are; null for the latest.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<AuditRecords?> ReadAsync(AuditFilter? filter, long? olderThan, int most, UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.AllowsAsync(reader, OrganisationDeed.ReadAudit, cancellationToken))
        {
            return null;
        }

        var rows = await Chosen(context, filter ?? AuditFilter.Everything)
            .Where(row => olderThan == null || row.Sequence < olderThan)
            .OrderByDescending(row => row.Sequence)
            .Take(most + 1)
            .ToListAsync(cancellationToken);
        return new AuditRecords(
            await ToEntriesAsync(context, [.. rows.Take(most)], reader, cancellationToken), rows.Count > most, await HeadAsync(context, cancellationToken));
    }

    /// <summary>The end of the trail; null for those who may not read it, and when somebody has taken it out of the database.</summary>
    public async Task<AuditHead?> HeadAsync(UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AllowsAsync(reader, OrganisationDeed.ReadAudit, cancellationToken) ? await HeadAsync(context, cancellationToken) : null;
    }

    /// <summary>
    /// Every record that is asked for, the oldest first and up to the moment of asking, without holding them all; that it was asked for
    /// is noted. Null for those who may not read the trail.
    /// </summary>
    /// <param name="filter">Which records.</param>
    /// <param name="which">The same in words that the trail keeps; cut where they are too long for it.</param>
    /// <param name="by">Who takes the copy.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IAsyncEnumerable<AuditEntry>?> ExportAsync(AuditFilter? filter, string which, UserId by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.AllowsAsync(by, OrganisationDeed.ReadAudit, cancellationToken))
        {
            return null;
        }

        context.NoteAuditExport(new Moment(by, clock.GetUtcNow()), which[..Math.Min(which.Length, AuditRow.MaxDetailsLength)]);
        await context.SaveChangesAsync(cancellationToken);
        var last = await context.Audit.MaxAsync(row => row.Sequence, cancellationToken);
        return EntriesAsync(filter ?? AuditFilter.Everything, last, by, cancellationToken);
    }

    private static IQueryable<AuditRow> Chosen(DeployRiskDbContext context, AuditFilter filter)
    {
        var rows = context.Audit.AsNoTracking();
        if (filter.Person is { } person)
        {
            rows = rows.Where(row => row.By == person || row.SubjectId == person.Value);
        }

        if (filter.Product is { } slug)
        {
            rows = rows.Where(row => context.Products.Any(product => product.Slug == slug && product.Id == row.Product));
        }

        if (filter.Action is { } action)
        {
            rows = rows.Where(row => row.Action == action);
        }

        if (filter.Period.From is { } from)
        {
            rows = rows.Where(row => row.At >= from);
        }

        if (filter.Period.Before is { } end)
        {
            rows = rows.Where(row => row.At < end);
        }

        return rows;
    }

    private static async Task<AuditHead?> HeadAsync(DeployRiskDbContext context, CancellationToken cancellationToken) =>
        await context.AuditHead.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } head
            ? new AuditHead(head.Sequence, Convert.ToHexStringLower(head.Hash))
            : null;

    private static async Task<IReadOnlyList<AuditEntry>> ToEntriesAsync(
        DeployRiskDbContext context, IReadOnlyList<AuditRow> rows, UserId reader, CancellationToken cancellationToken)
    {
        var names = await context.NamesAsync(
            rows.Select(row => row.By).Concat(rows.Where(row => row.Subject == AuditSubject.Person).Select(row => new UserId(row.SubjectId))), cancellationToken);
        var ids = rows.Select(row => row.Product).OfType<Domain.Products.ProductId>().Distinct().ToArray();
        var products = await context.Products.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var named = await NamedDetails.ReadAsync(context, rows, names, cancellationToken);
        var readable = await context.Products.ReadableBy(reader).Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToHashSetAsync(cancellationToken);
        return
        [
            .. rows.Select(row =>
            {
                var product = row.Product is { } id ? products.GetValueOrDefault(id) : null;
                var isOfTheErased = named.AreOfTheErased(row);
                var isHidden = isOfTheErased || (row.Subject == AuditSubject.Assessment && (product is null || !readable.Contains(product.Id)));
                return new AuditEntry(
                    row.Sequence,
                    row.Id,
                    row.At,
                    names.Person(row.By),
                    row.Action,
                    row.Subject,
                    row.SubjectId,
                    row.Subject == AuditSubject.Person ? names.Person(new UserId(row.SubjectId)).Name : "",
                    product is null ? null : new AuditedProduct(product.Name, product.Slug),
                    row.Product?.Value,
                    row.Origin,
                    isHidden ? null : row.Details,
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Details))),
                    Convert.ToHexStringLower(row.Hash),
                    isOfTheErased ? NamedDetails.WithoutName(row) : null);
            }),
        ];
    }

    private async IAsyncEnumerable<AuditEntry> EntriesAsync(
        AuditFilter filter, long last, UserId reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var written = 0L;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await Chosen(context, filter)
                .Where(row => row.Sequence > written && row.Sequence <= last)
                .OrderBy(row => row.Sequence)
                .Take(Portion)
                .ToListAsync(cancellationToken);
            foreach (var entry in await ToEntriesAsync(context, rows, reader, cancellationToken))
            {
                yield return entry;
            }

            if (rows.Count < Portion)
            {
                yield break;
            }

            written = rows[^1].Sequence;
        }
    }
}
