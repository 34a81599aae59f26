using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores;

/// <summary>One assessment in the history of a product; drafts and withdrawn ones too.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="State">Draft, submitted or withdrawn.</param>
/// <param name="Release">The name of the release.</param>
/// <param name="PlannedOn">The day the release is planned for.</param>
/// <param name="Form">How much was asked.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="StartedAt">When it was started, UTC.</param>
/// <param name="SubmittedBy">Who submitted it; null for a draft.</param>
/// <param name="SubmittedAt">When it was submitted, UTC; null for a draft.</param>
/// <param name="Result">Its figures; null for a draft.</param>
public sealed record HistoryEntry(
    AssessmentId Id,
    AssessmentState State,
    string Release,
    DateOnly PlannedOn,
    AssessmentForm Form,
    Person StartedBy,
    DateTimeOffset StartedAt,
    Person? SubmittedBy,
    DateTimeOffset? SubmittedAt,
    HistoryFigures? Result);
