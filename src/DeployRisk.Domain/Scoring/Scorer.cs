using System.Collections.Frozen;
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
        IReadOnlySet<string>? waived = null) =>
        Score(Reading.Of(questionnaire, sheet, mode), waived);

    internal static ScoreCard Score(Reading reading, IReadOnlySet<string>? waived = null)
    {
        var questionnaire = reading.Questionnaire;
        var tally = new Tally(reading);
        var judgement = new Judgement(reading, tally, waived ?? FrozenSet<string>.Empty);
        return new ScoreCard
        {
            QuestionnaireId = questionnaire.Id,
            QuestionnaireVersion = questionnaire.Version,
            QuestionnaireHash = questionnaire.Hash,
            Form = reading.Form,
            Mode = reading.Mode,
            Tier = judgement.Tier,
            Readiness = tally.Readiness?.ToDecimal(),
            Potential = tally.Potential?.ToDecimal(),
            Coverage = tally.Coverage.ToDecimal(),
            Verdict = judgement.Verdict,
            Reasons = judgement.Reasons,
            Categories = CategoriesByRisk(reading, tally, judgement),
            Gates = [.. questionnaire.Questions.Select(question => Finding(question, judgement)).OfType<GateFinding>()],
            Contributions = Contributions(reading, tally),
            States = questionnaire.Questions.ToDictionary(question => question.Id, reading.State),
        };
    }

    private static GateFinding? Finding(Question question, Judgement judgement)
    {
        var outcome = judgement.OutcomeOf(question);
        if (outcome.Rule is not { } rule)
        {
            return null;
        }

        var effect = outcome.Severity switch
        {
            GateSeverity.Warning => GateEffect.Warning,
            GateSeverity.Hard => GateEffect.Hard,
            _ => GateEffect.Conditional,
        };
        var open = outcome.Severity == GateSeverity.Unverified ? GateState.Unverified : GateState.Open;
        return new GateFinding(question.Id, effect, judgement.IsWaived(question) ? GateState.Waived : open, rule.Because);
    }

    private static List<Contribution> Contributions(Reading reading, Tally tally) =>
    [
        .. reading.Questionnaire.Questions
            .Where(reading.IsAsked)
            .Select(question => (question.Id, Lost: tally.Lost(question)))
            .OrderByDescending(pair => pair.Lost)
            .Select(pair => new Contribution(pair.Id, pair.Lost.ToDecimal())),
    ];

    private static List<CategoryScore> CategoriesByRisk(Reading reading, Tally tally, Judgement judgement) =>
    [
        .. tally.Categories
            .Select(category => (Category: category, Risk: Risk(category, reading, judgement)))
            .OrderByDescending(pair => pair.Risk)
            .Select(pair => CategoryScore(pair.Category, pair.Risk, reading, tally)),
    ];

    private static CategoryScore CategoryScore(CategoryTally category, Fraction risk, Reading reading, Tally tally)
    {
        var lost = Fraction.Zero;
        foreach (var question in category.Category.Questions.Where(reading.IsAsked))
        {
            lost += tally.Lost(question);
        }

        return new CategoryScore(
            category.Category.Id,
            category.Readiness?.ToDecimal(),
            category.Potential?.ToDecimal(),
            lost.ToDecimal(),
            category.Coverage.ToDecimal(),
            risk.ToDecimal(),
            category.ShownQuestions,
            category.AskedQuestions,
            category.UnknownQuestions,
            category.UnansweredQuestions);
    }

    /// <summary>min(1, n / full) * (100 - R) + points for each open gate.</summary>
    private static Fraction Risk(CategoryTally category, Reading reading, Judgement judgement)
    {
        var rules = reading.Questionnaire.Rules;
        var open = category.Category.Questions.Where(question => !judgement.IsWaived(question)).Select(question => judgement.OutcomeOf(question).Severity).ToList();
        Fraction gates = (rules.RiskOfHardGate * open.Count(severity => severity == GateSeverity.Hard))
            + (rules.RiskOfConditionalGate * open.Count(severity => severity == GateSeverity.Conditional));
        if (category.Readiness is not { } readiness)
        {
            return gates;
        }

        return (new Fraction(Math.Min(rules.FullWeightFrom, category.AskedQuestions), rules.FullWeightFrom) * (100 - readiness)) + gates;
    }
}
