using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Assessments;

/// <summary>What a submission gives, kept as it was: a newer questionnaire never rewrites it.</summary>
/// <param name="Card">The score card.</param>
/// <param name="Recommendations">What to do next, most urgent first.</param>
/// <param name="PathToGo">The least effort that reaches Go.</param>
public sealed record AssessmentResult(ScoreCard Card, IReadOnlyList<Recommendation> Recommendations, ShortestPath PathToGo);
