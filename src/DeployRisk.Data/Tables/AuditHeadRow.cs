namespace DeployRisk.Data.Tables;

/// <summary>The end of the audit trail's chain: one row. Whoever appends writes it first, so that records have an order.</summary>
internal sealed class AuditHeadRow
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    public required int Id { get; init; }

    /// <summary>The number of the last record; 0 when there is none.</summary>
    public required long Sequence { get; init; }

    /// <summary>The hash of the last record; zeros when there is none.</summary>
    public required byte[] Hash { get; init; }
}
