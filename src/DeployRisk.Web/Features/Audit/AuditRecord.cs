using System.Globalization;
using DeployRisk.Data.Stores.Audit;

namespace DeployRisk.Web.Features.Audit;

/// <summary>One record of the audit trail in a file, with what its hash is made of; docs/operations.md says how.</summary>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="At">When, UTC, to the ten millionth of a second.</param>
/// <param name="By">The id of the account that did it.</param>
/// <param name="ByName">The name of that account now; empty when there is none any more.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="SubjectId">The id of that.</param>
/// <param name="Product">The id of the product that it is about, or nothing.</param>
/// <param name="Origin">The network address, or nothing.</param>
/// <param name="Details">What else is told; nothing when it belongs to a restricted product that the reader may not read.</param>
/// <param name="DetailsHash">SHA-256 of the details, hexadecimal.</param>
/// <param name="Hash">The hash of the record, hexadecimal.</param>
internal sealed record AuditRecord(
    long Sequence,
    Guid Id,
    string At,
    Guid By,
    string ByName,
    string Action,
    string Subject,
    Guid SubjectId,
    Guid? Product,
    string? Origin,
    string? Details,
    string DetailsHash,
    string Hash)
{
    public static AuditRecord Of(AuditEntry entry) => new(
        entry.Sequence,
        entry.Id,
        entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        entry.By.Id.Value,
        entry.By.Name,
        entry.Action.ToString(),
        entry.Subject.ToString(),
        entry.SubjectId,
        entry.ProductId,
        entry.Origin,
        entry.Details,
        entry.DetailsHash,
        entry.Hash);
}
