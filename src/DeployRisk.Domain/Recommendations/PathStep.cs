namespace DeployRisk.Domain.Recommendations;

/// <summary>One level raise of the shortest path.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="From">The present level 0-4; null: "I don't know" (starts at 0).</param>
/// <param name="To">The level to reach, 1-4.</param>
/// <param name="EffortDays">Person-days.</param>
public sealed record PathStep(string QuestionId, int? From, int To, decimal EffortDays);
