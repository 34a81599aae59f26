namespace DeployRisk.Domain.Scoring;

/// <summary>What one asked question took from the readiness.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Lost">Points lost, 0-100; all contributions sum to 100 minus the readiness.</param>
public readonly record struct Contribution(string QuestionId, decimal Lost);
