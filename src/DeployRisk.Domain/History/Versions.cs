using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.History;

/// <summary>Tells other answers from another questionnaire.</summary>
internal static class Versions
{
    public static VersionSplit? Split(Questionnaire questionnaire, ScoredSheet before, ScoredSheet now)
    {
        if (questionnaire.Id != now.Card.QuestionnaireId || questionnaire.Hash != now.Card.QuestionnaireHash)
        {
            return null;
        }

        var shared = before.Card.States.Keys.Intersect(now.Card.States.Keys, StringComparer.Ordinal).ToList();
        var answers = Rescored(questionnaire, now, shared) - Rescored(questionnaire, before, shared);
        var whole = now.Card.Readiness - before.Card.Readiness;
        return answers is { } fromAnswers && whole is { } change ? new VersionSplit(fromAnswers, change - fromAnswers) : null;
    }

    private static decimal? Rescored(Questionnaire questionnaire, ScoredSheet side, IEnumerable<string> shared)
    {
        var counted = shared
            .Select(id => (Id: id, Answer: Counted(side, id)))
            .Where(pair => pair.Answer is not Answer.Unanswered)
            .ToDictionary(pair => pair.Id, pair => pair.Answer, StringComparer.Ordinal);
        return Scorer.Score(questionnaire, side.Sheet with { Answers = counted }, ScoringMode.Partial).Readiness;
    }

    /// <summary>The answer as its card counted it: what was hidden is left out, what was missing was "I don't know".</summary>
    private static Answer Counted(ScoredSheet side, string questionId) => side.Card.States[questionId] switch
    {
        QuestionState.Level or QuestionState.NotApplicable => side.Sheet[questionId],
        QuestionState.Unknown => Answer.DontKnow,
        _ => Answer.None,
    };
}
