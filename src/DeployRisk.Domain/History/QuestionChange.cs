namespace DeployRisk.Domain.History;

/// <summary>What became of one question between two assessments.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Before">How it stood; null when the questionnaire did not have it.</param>
/// <param name="Now">How it stands; null when the questionnaire no longer has it.</param>
/// <param name="Gain">
/// Points of overall readiness that it gives back (positive) or takes away (negative): lost before minus lost now.
/// </param>
public sealed record QuestionChange(string QuestionId, Standing? Before, Standing? Now, decimal Gain)
{
    /// <summary>Whether the answer moved; otherwise only its share of the whole did.</summary>
    public bool AnswerMoved => Before != Now;
}
