using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The pure function at the heart: answers go in, a score card comes out. Rules: docs/scoring-model.md.</summary>
public static class Scorer
{
    /// <summary>Scores an answer sheet.</summary>
    /// <param name="questionnaire">The questionnaire that the answers belong to.</param>
    /// <param name="sheet">Form, context and answers; ids that the questionnaire does not know are ignored.</param>
    /// <param name="mode">Submission: what is unanswered counts as unknown. Partial: it is left out.</param>
    /// <param name="waived">Questions whose open gate was waived; null: none. Without an open gate it has no effect.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside 0-4.</exception>
    public static ScoreCard Score(
        Questionnaire questionnaire,
        AnswerSheet sheet,
        ScoringMode mode,
        IReadOnlySet<string>? waived = null) => throw new NotImplementedException();
}
