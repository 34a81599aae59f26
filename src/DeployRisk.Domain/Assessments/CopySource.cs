namespace DeployRisk.Domain.Assessments;

/// <summary>The earlier assessment that answers were copied from.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Release">The name of its release, as readers know it.</param>
public sealed record CopySource(AssessmentId Id, string Release);
