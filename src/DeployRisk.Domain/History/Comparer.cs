using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.History;

/// <summary>Compares two assessments of a product. Rules: docs/scoring-model.md.</summary>
public static class Comparer
{
    /// <summary>What moved from one assessment to a later one; both cards stay as they were stored.</summary>
    /// <param name="questionnaire">
    /// The questionnaire at hand. It orders the lists, says which context hides which question, and scores both sheets
    /// when the versions differ and it is the newer one.
    /// </param>
    /// <param name="before">The earlier assessment.</param>
    /// <param name="now">The later assessment.</param>
    public static Comparison Compare(Questionnaire questionnaire, ScoredSheet before, ScoredSheet now)
    {
        var differs = !SameQuestionnaire(before, now);
        return new Comparison
        {
            VerdictBefore = before.Card.Verdict,
            VerdictNow = now.Card.Verdict,
            ReadinessBefore = before.Card.Readiness,
            ReadinessNow = now.Card.Readiness,
            Categories = Categories(questionnaire, before, now),
            Questions = Questions(questionnaire, before, now),
            LowerContext = LowerContexts.Of(questionnaire, before, now),
            QuestionnaireDiffers = differs,
            Split = differs ? Versions.Split(questionnaire, before, now) : null,
            OnlyBefore = InOneOnly(before, now),
            OnlyNow = InOneOnly(now, before),
        };
    }

    private static bool SameQuestionnaire(ScoredSheet before, ScoredSheet now) =>
        before.Card.QuestionnaireId == now.Card.QuestionnaireId
        && before.Card.QuestionnaireHash == now.Card.QuestionnaireHash;

    private static List<CategoryChange> Categories(Questionnaire questionnaire, ScoredSheet before, ScoredSheet now)
    {
        var then = before.Card.Categories.ToDictionary(category => category.CategoryId, StringComparer.Ordinal);
        var today = now.Card.Categories.ToDictionary(category => category.CategoryId, StringComparer.Ordinal);
        var order = Positions(questionnaire.Categories.Select(category => category.Id));
        return
        [
            .. then.Keys.Union(today.Keys, StringComparer.Ordinal)
                .OrderBy(id => order.GetValueOrDefault(id, int.MaxValue))
                .Select(id => new CategoryChange(
                    id,
                    then.GetValueOrDefault(id)?.Readiness,
                    today.GetValueOrDefault(id)?.Readiness,
                    (then.GetValueOrDefault(id)?.Lost ?? 0) - (today.GetValueOrDefault(id)?.Lost ?? 0))),
        ];
    }

    private static List<QuestionChange> Questions(Questionnaire questionnaire, ScoredSheet before, ScoredSheet now)
    {
        var lostThen = before.Card.Contributions.ToDictionary(lost => lost.QuestionId, lost => lost.Lost, StringComparer.Ordinal);
        var lostNow = now.Card.Contributions.ToDictionary(lost => lost.QuestionId, lost => lost.Lost, StringComparer.Ordinal);
        var order = Positions(questionnaire.Questions.Select(question => question.Id));
        return
        [
            .. before.Card.States.Keys.Union(now.Card.States.Keys, StringComparer.Ordinal)
                .Select(id => new QuestionChange(
                    id,
                    before.StandingOf(id),
                    now.StandingOf(id),
                    lostThen.GetValueOrDefault(id) - lostNow.GetValueOrDefault(id)))
                .Where(change => change.AnswerMoved || change.Gain != 0)
                .OrderByDescending(change => Math.Abs(change.Gain))
                .ThenBy(change => order.GetValueOrDefault(change.QuestionId, int.MaxValue)),
        ];
    }

    private static List<string> InOneOnly(ScoredSheet side, ScoredSheet other) =>
        [.. side.Card.States.Keys.Except(other.Card.States.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Positions(IEnumerable<string> ids) =>
        ids.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
}
