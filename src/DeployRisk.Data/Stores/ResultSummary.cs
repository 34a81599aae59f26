using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Data.Stores;

/// <summary>A submitted assessment in one line.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Release">The name of the release.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Readiness">0-100; null when nothing was asked.</param>
/// <param name="SubmittedAt">When it was submitted, UTC.</param>
public sealed record ResultSummary(AssessmentId Id, string Release, Verdict Verdict, double? Readiness, DateTimeOffset SubmittedAt);
