using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores;

/// <summary>What the database knows of an entry: people are ids.</summary>
internal sealed record HistoryRow(
    AssessmentId Id,
    AssessmentState State,
    string Release,
    DateOnly PlannedOn,
    AssessmentForm Form,
    UserId StartedBy,
    DateTimeOffset StartedAt,
    UserId? SubmittedBy,
    DateTimeOffset? SubmittedAt,
    HistoryFigures? Result)
{
    public HistoryEntry ToEntry(IReadOnlyDictionary<UserId, string> names) => new(
        Id,
        State,
        Release,
        PlannedOn,
        Form,
        names.Person(StartedBy),
        StartedAt,
        SubmittedBy is { } submitter ? names.Person(submitter) : null,
        SubmittedAt,
        Result);
}
