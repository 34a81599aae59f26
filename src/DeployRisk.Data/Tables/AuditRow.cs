using DeployRisk.Data.Auditing;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Tables;

/// <summary>Who did what; written in the transaction of the deed, never changed.</summary>
internal sealed class AuditRow
{
    /// <summary>Longest details, in characters.</summary>
    public const int MaxDetailsLength = 1000;

    /// <summary>Longest network address, in characters.</summary>
    public const int MaxOriginLength = 64;

    public required Guid Id { get; init; }

    /// <summary>The place in the chain, from 1 without a gap.</summary>
    public long Sequence { get; set; }

    public required DateTimeOffset At { get; init; }

    public required UserId By { get; init; }

    public required AuditAction Action { get; init; }

    public required AuditSubject Subject { get; init; }

    /// <summary>The id of the subject; all zeros for the organisation.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The product that it is about; null when it is about none.</summary>
    public ProductId? Product { get; init; }

    /// <summary>The network address that it was done from; null when it was done by the server itself.</summary>
    public string? Origin { get; init; }

    /// <summary>What a reader wants to know besides, such as names; never the text of an answer or a note.</summary>
    public required string Details { get; init; }

    /// <summary>SHA-256 over this record and the hash of the one before: <see cref="AuditChain.HashOf"/>.</summary>
    public byte[] Hash { get; set; } = [];
}
