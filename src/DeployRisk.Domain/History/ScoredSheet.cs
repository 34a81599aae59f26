using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.History;

/// <summary>One side of a comparison: what was answered, and the score card that was made of it then.</summary>
public sealed record ScoredSheet(AnswerSheet Sheet, ScoreCard Card)
{
    /// <summary>How scoring saw the question, or null when this version of the questionnaire does not have it.</summary>
    internal Standing? StandingOf(string questionId)
    {
        if (!Card.States.TryGetValue(questionId, out var state))
        {
            return null;
        }

        return new Standing(state, state == QuestionState.Level && Sheet[questionId] is Answer.AtLevel { Level: var level } ? level : null);
    }
}
