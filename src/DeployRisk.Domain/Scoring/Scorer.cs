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
            Readiness = tally.Readiness?.Value,
            Potential = tally.Potential?.Value,
            Coverage = tally.Coverage,
            Verdict = judgement.Verdict,
            Reasons = judgement.Reasons,
            Categories = CategoriesByRisk(reading, tally, judgement),
            Gates = Findings(questionnaire, judgement),
            Contributions = Contributions(reading, tally),
            States = States(reading),
        };
    }

    private static List<GateFinding> Findings(Questionnaire questionnaire, Judgement judgement)
    {
        var findings = new List<GateFinding>();
        for (var order = 0; order < questionnaire.Questions.Count; order++)
        {
            var question = questionnaire.Questions[order];
            var outcome = judgement.OutcomeOf(question);
            if (outcome.Gate is { } gate)
            {
                findings.Add(new GateFinding(question.Id, EffectOf(outcome), StateOf(question, outcome, judgement), gate.Rule.Because));
            }
        }

        return findings;
    }

    private static GateEffect EffectOf(GateOutcome outcome) => outcome.Severity switch
    {
        GateSeverity.Warning => GateEffect.Warning,
        GateSeverity.Hard => GateEffect.Hard,
        _ => GateEffect.Conditional,
    };

    private static GateState StateOf(Question question, GateOutcome outcome, Judgement judgement)
    {
        if (judgement.IsWaived(question))
        {
            return GateState.Waived;
        }

        return outcome.Severity == GateSeverity.Unverified ? GateState.Unverified : GateState.Open;
    }

    private static Dictionary<string, QuestionState> States(Reading reading)
    {
        var questions = reading.Questionnaire.Questions;
        var states = new Dictionary<string, QuestionState>(questions.Count);
        for (var order = 0; order < questions.Count; order++)
        {
            states.Add(questions[order].Id, reading.State(questions[order]));
        }

        return states;
    }

    private static Contribution[] Contributions(Reading reading, Tally tally)
    {
        var contributions = new Contribution[tally.Categories.Sum(static category => category.AskedQuestions)];
        var count = 0;
        foreach (var category in tally.Categories)
        {
            var questions = category.Category.Questions;
            for (var place = 0; place < questions.Count; place++)
            {
                if (reading.IsAsked(questions[place]))
                {
                    contributions[count++] = new Contribution(questions[place].Id, tally.Lost(category, questions[place]));
                }
            }
        }

        return LargestFirst(contributions, static contribution => contribution.Lost);
    }

    private static CategoryScore[] CategoriesByRisk(Reading reading, Tally tally, Judgement judgement)
    {
        var scores = new CategoryScore[tally.Categories.Count];
        for (var place = 0; place < scores.Length; place++)
        {
            scores[place] = CategoryScore(tally.Categories[place], reading, tally, judgement);
        }

        return LargestFirst(scores, static score => score.Risk);
    }

    /// <summary>Sorts by a figure; equal ones stay in their order. Figures differ by more than their rounding, or not at all.</summary>
    private static T[] LargestFirst<T>(T[] items, Func<T, decimal> figure)
    {
        var keys = new (decimal Figure, int Place)[items.Length];
        for (var place = 0; place < items.Length; place++)
        {
            keys[place] = (figure(items[place]), place);
        }

        Array.Sort(keys, items, LargestFirstThenInOrder.Instance);
        return items;
    }

    private static CategoryScore CategoryScore(CategoryTally category, Reading reading, Tally tally, Judgement judgement) => new(
        category.Category.Id,
        category.Readiness,
        category.Potential,
        tally.Lost(category),
        category.Coverage,
        Risk(category, reading, judgement),
        category.ShownQuestions,
        category.AskedQuestions,
        category.UnknownQuestions,
        category.UnansweredQuestions);

    /// <summary>min(1, n / full) * (100 - R) + points for each open gate.</summary>
    private static decimal Risk(CategoryTally category, Reading reading, Judgement judgement)
    {
        var rules = reading.Questionnaire.Rules;
        var gates = 0;
        var questions = category.Category.Questions;
        for (var place = 0; place < questions.Count; place++)
        {
            gates += judgement.IsWaived(questions[place]) ? 0 : judgement.OutcomeOf(questions[place]).Severity switch
            {
                GateSeverity.Hard => rules.RiskOfHardGate,
                GateSeverity.Conditional => rules.RiskOfConditionalGate,
                _ => 0,
            };
        }

        if (category.AskedWeight == 0)
        {
            return gates;
        }

        var part = (long)Math.Min(rules.FullWeightFrom, category.AskedQuestions) * ((100 * category.AskedWeight) - category.Value);
        return gates + Figure.Of(part, (long)rules.FullWeightFrom * category.AskedWeight).Value;
    }
}
