using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Tables;

internal sealed class AnswerRow
{
    /// <summary>Longest id of a question, in characters.</summary>
    public const int MaxQuestionIdLength = 100;

    public required AssessmentId AssessmentId { get; init; }

    public required string QuestionId { get; init; }

    public AnswerKind Kind { get; set; }

    /// <summary>0-4 when the kind is a level.</summary>
    public int? Level { get; set; }

    /// <summary>Why the question does not apply.</summary>
    public string? Reason { get; set; }

    public string Note { get; set; } = "";

    public UserId? NoteBy { get; set; }

    public DateTimeOffset? NoteAt { get; set; }

    /// <summary>Notes that were replaced unseen, as JSON (<see cref="EarlierTextsJson"/>).</summary>
    public string? EarlierNotes { get; set; }

    public List<string> Evidence { get; set; } = [];

    public UserId GivenBy { get; set; }

    public DateTimeOffset GivenAt { get; set; }

    public AnswerOrigin Origin { get; set; }
}
