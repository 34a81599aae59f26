namespace DeployRisk.Domain.Scoring;

/// <summary>The score of one category.</summary>
/// <param name="CategoryId">The category.</param>
/// <param name="Readiness">0-100; null when no question was asked.</param>
/// <param name="Potential">0-100 with every unknown at the top; null when no question was asked.</param>
/// <param name="Lost">Points of overall readiness lost here, 0-100.</param>
/// <param name="Coverage">Share of the applicable weight with a level, 0-1; 1 when nothing applies.</param>
/// <param name="Risk">Rank of risk: larger is worse.</param>
/// <param name="Shown">Questions shown in this form, not applicable ones included.</param>
/// <param name="Asked">Questions with a level or unknown.</param>
/// <param name="Unknown">Questions answered "I don't know".</param>
/// <param name="Unanswered">Questions shown and not answered yet.</param>
public sealed record CategoryScore(
    string CategoryId,
    decimal? Readiness,
    decimal? Potential,
    decimal Lost,
    decimal Coverage,
    decimal Risk,
    int Shown,
    int Asked,
    int Unknown,
    int Unanswered);
