using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores;

/// <summary>A draft that waits for somebody.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="ProductName">The product's name.</param>
/// <param name="Release">The name of the release.</param>
/// <param name="PlannedOn">The day the release is planned for.</param>
/// <param name="Answered">How many questions have an answer.</param>
/// <param name="LastEditedAt">When something in it was last changed, UTC.</param>
public sealed record DraftSummary(
    AssessmentId Id,
    string ProductName,
    string Release,
    DateOnly PlannedOn,
    int Answered,
    DateTimeOffset LastEditedAt);
