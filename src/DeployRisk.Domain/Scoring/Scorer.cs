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
            Lines = judgement.Lines,
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
        foreach (var question in questionnaire.Compiled.Questions)
        {
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
        var questions = reading.Questionnaire.Compiled.Questions;
        var states = new Dictionary<string, QuestionState>(questions.Length);
        foreach (var question in questions)
        {
            states.Add(question.Id, reading.State(question));
        }

        return states;
    }

    private static Contribution[] Contributions(Reading reading, Tally tally)
    {
        var sorting = new LargestFirst(reading.Questionnaire.Compiled.Questions.Length);
        foreach (var category in tally.Categories)
        {
            foreach (var question in category.Questions)
            {
                if (reading.IsAsked(question))
                {
                    sorting.Add(tally.Lost(category, question), question.Order);
                }
            }
        }

        var questions = reading.Questionnaire.Compiled.Questions;
        return sorting.Sorted((order, lost) => new Contribution(questions[order].Id, lost));
    }

    private static CategoryScore[] CategoriesByRisk(Reading reading, Tally tally, Judgement judgement)
    {
        var sorting = new LargestFirst(tally.Categories.Length);
        for (var place = 0; place < tally.Categories.Length; place++)
        {
            sorting.Add(Risk(tally.Categories[place], reading, judgement), place);
        }

        return sorting.Sorted((place, risk) => CategoryScore(tally.Categories[place], risk, tally));
    }

    private static CategoryScore CategoryScore(CategoryTally category, decimal risk, Tally tally) => new(
        category.Category.Id,
        category.Readiness?.Value,
        category.Potential,
        tally.Lost(category),
        category.Coverage,
        risk,
        category.ShownQuestions,
        category.AskedQuestions,
        category.UnknownQuestions,
        category.UnansweredQuestions);

    /// <summary>min(1, n / full) * (100 - R) + points for each open gate.</summary>
    private static Figure Risk(CategoryTally category, Reading reading, Judgement judgement)
    {
        var rules = reading.Questionnaire.Rules;
        var gates = 0;
        foreach (var question in category.Questions)
        {
            gates += judgement.IsWaived(question) ? 0 : judgement.OutcomeOf(question).Severity switch
            {
                GateSeverity.Hard => rules.RiskOfHardGate,
                GateSeverity.Conditional => rules.RiskOfConditionalGate,
                _ => 0,
            };
        }

        if (category.AskedWeight == 0)
        {
            return new Figure(gates, 0, 0);
        }

        var part = (long)Math.Min(rules.FullWeightFrom, category.AskedQuestions) * ((100 * category.AskedWeight) - category.Value);
        var whole = (long)rules.FullWeightFrom * category.AskedWeight;
        return Figure.Of(part + (gates * whole), whole);
    }
}
