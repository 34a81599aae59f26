using DeployRisk.Domain.Scoring;

namespace DeployRisk.Data.Stores;

/// <summary>The figures of one submitted assessment.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Tier">Tier of inherent risk, 0-4.</param>
/// <param name="Readiness">0-100; null when nothing was asked.</param>
/// <param name="Potential">0-100 with every unknown at the top; null when nothing was asked.</param>
/// <param name="Coverage">Share of the applicable weight with a level, 0-1.</param>
/// <param name="Categories">Readiness (0-100) by category id; null when nothing was asked there.</param>
public sealed record HistoryFigures(
    Verdict Verdict,
    int Tier,
    double? Readiness,
    double? Potential,
    double Coverage,
    IReadOnlyDictionary<string, double?> Categories);
