namespace DeployRisk.Data.Stores;

/// <summary>A part of a product's history, by when assessments were submitted.</summary>
/// <param name="From">The first moment of it, UTC; null: from the beginning.</param>
/// <param name="Before">The first moment after it, UTC; null: until today.</param>
public sealed record HistoryPeriod(DateTimeOffset? From, DateTimeOffset? Before)
{
    /// <summary>All of it.</summary>
    public static HistoryPeriod Always { get; } = new(null, null);
}
