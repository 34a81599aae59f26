namespace DeployRisk.Domain.Scoring;

/// <summary>The lines that a readiness is judged by, as the questionnaire sets them for a tier of inherent risk.</summary>
/// <param name="Go">Go needs readiness (0-100) of at least this.</param>
/// <param name="Floor">No category may be below this (0-100).</param>
/// <param name="NoGo">Readiness below this (0-100) is a No-go.</param>
public sealed record VerdictLines(int Go, int Floor, int NoGo);
