namespace DeployRisk.Domain.Assessments;

/// <summary>What scoring reads: form, context and the answers by question id; a missing answer is unanswered.</summary>
public sealed record AnswerSheet(
    AssessmentForm Form,
    ReleaseContext Context,
    IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>The answer to the question, <see cref="Answer.None"/> when there is none.</summary>
    public Answer this[string questionId] => Answers.GetValueOrDefault(questionId, Answer.None);
}
