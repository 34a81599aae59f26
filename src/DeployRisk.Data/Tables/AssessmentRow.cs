using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Tables;

internal sealed class AssessmentRow
{
    /// <summary>Longest id of a questionnaire, in characters.</summary>
    public const int MaxQuestionnaireIdLength = 100;

    public required AssessmentId Id { get; init; }

    public required ProductId ProductId { get; init; }

    public required string QuestionnaireId { get; init; }

    public required AssessmentState State { get; set; }

    public required string ReleaseName { get; set; }

    public required DateOnly PlannedOn { get; set; }

    public required AssessmentForm Form { get; set; }

    public required ReleaseContext Context { get; set; }

    public required UserId StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Counts the changes, so that somebody who read it can tell whether it is still the same.</summary>
    public int Revision { get; set; }

    public required UserId LastEditedBy { get; set; }

    public required DateTimeOffset LastEditedAt { get; set; }

    public UserId? SubmittedBy { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public UserId? WithdrawnBy { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The assessment that answers were copied from.</summary>
    public AssessmentId? CopiedFromId { get; set; }

    /// <summary>The name of its release.</summary>
    public string? CopiedFromRelease { get; set; }

    public ProductRow? Product { get; init; }

    public ResultRow? Result { get; set; }

    public List<AnswerRow> Answers { get; } = [];

    public List<OtherRisksRow> OtherRisks { get; } = [];
}
