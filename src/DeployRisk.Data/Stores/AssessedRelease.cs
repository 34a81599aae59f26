using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Data.Stores;

/// <summary>One release in the charts of a product.</summary>
/// <param name="Id">Its assessment.</param>
/// <param name="Name">The name of the release.</param>
/// <param name="SubmittedAt">When it was submitted, UTC.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Lines">The lines that it was judged by.</param>
/// <param name="Readiness">0-100; null when nothing was asked.</param>
/// <param name="Potential">0-100 with every unknown at the top; null when nothing was asked.</param>
/// <param name="Categories">Readiness (0-100) by category id; null when nothing was asked there.</param>
public sealed record AssessedRelease(
    AssessmentId Id,
    string Name,
    DateTimeOffset SubmittedAt,
    Verdict Verdict,
    VerdictLines Lines,
    double? Readiness,
    double? Potential,
    IReadOnlyDictionary<string, double?> Categories);
