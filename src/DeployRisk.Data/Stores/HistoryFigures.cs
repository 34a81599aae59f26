using DeployRisk.Domain.Scoring;

namespace DeployRisk.Data.Stores;

/// <summary>The figures of one submitted assessment.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Readiness">0-100; null when nothing was asked.</param>
/// <param name="Potential">0-100 with every unknown at the top; null when nothing was asked.</param>
public sealed record HistoryFigures(Verdict Verdict, double? Readiness, double? Potential);
