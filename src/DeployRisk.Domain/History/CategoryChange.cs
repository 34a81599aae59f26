namespace DeployRisk.Domain.History;

/// <summary>What became of one category between two assessments.</summary>
/// <param name="CategoryId">The category.</param>
/// <param name="Before">Its readiness then, 0-100; null when nothing was asked.</param>
/// <param name="Now">Its readiness now, 0-100; null when nothing is asked.</param>
/// <param name="Gain">Points of overall readiness gained (positive) or lost (negative) here.</param>
public sealed record CategoryChange(string CategoryId, decimal? Before, decimal? Now, decimal Gain)
{
    /// <summary>The difference of its own readiness, -100 to 100; null when one side has none.</summary>
    public decimal? Change => Now - Before;
}
