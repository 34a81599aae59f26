namespace DeployRisk.Domain.Recommendations;

/// <summary>One thing to do next.</summary>
/// <param name="QuestionId">The question to raise; its text says what to do.</param>
/// <param name="From">The present level 0-4; null: "I don't know" (starts at 0).</param>
/// <param name="To">The level to reach, 1-4.</param>
/// <param name="EffortDays">Person-days.</param>
/// <param name="Gain">Points of overall readiness gained, 0-100.</param>
/// <param name="ClosesGate">Whether it closes or softens an open or unverified gate.</param>
public sealed record Recommendation(string QuestionId, int? From, int To, decimal EffortDays, decimal Gain, bool ClosesGate);
