using System.Collections.Frozen;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The pure function at the heart: answers go in, a score card comes out. Rules: docs/scoring-model.md.</summary>
public static class Scorer
{
    /// <summary>Up to so many figures are sorted on the stack.</summary>
    private const int OnStack = 128;

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
            LinesApply = judgement.LinesApply,
            Readiness = tally.Readiness?.Value,
            Potential = tally.Potential?.Value,
            Coverage = tally.Coverage,
            Verdict = judgement.Verdict,
            Reasons = judgement.Reasons,
            Categories = CategoriesByRisk(reading, tally, judgement),
            Gates = Findings(questionnaire, judgement),
            Contributions = Contributions(reading, tally),
            States = reading.States,
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
                findings.Add(gate.Finding(outcome));
            }
        }

        return findings;
    }

    private static Contribution[] Contributions(Reading reading, Tally tally)
    {
        var count = tally.AskedQuestions;
        var asked = new Question[count];
        var lost = count <= OnStack ? stackalloc Figure[count] : new Figure[count];
        var place = 0;
        foreach (var category in tally.Categories)
        {
            var points = tally.PointsPerWeightedValue(category);
            foreach (var question in category.Questions)
            {
                if (reading.IsAsked(question))
                {
                    asked[place] = question;
                    lost[place++] = points.Times(question.Weight * (100 - reading.ValueOf(question)));
                }
            }
        }

        var places = count <= OnStack ? stackalloc ulong[count] : new ulong[count];
        LargestFirst.Sort(lost, places);
        var contributions = new Contribution[count];
        var (figure, value) = (default(Figure), 0m);
        for (var rank = 0; rank < count; rank++)
        {
            place = (int)places[rank];
            if (lost[place] != figure)
            {
                (figure, value) = (lost[place], lost[place].Value);
            }

            contributions[rank] = new Contribution(asked[place].Id, value);
        }

        return contributions;
    }

    private static CategoryScore[] CategoriesByRisk(Reading reading, Tally tally, Judgement judgement)
    {
        var count = tally.Categories.Length;
        var risks = count <= OnStack ? stackalloc Figure[count] : new Figure[count];
        for (var place = 0; place < count; place++)
        {
            risks[place] = Risk(tally.Categories[place], reading, judgement);
        }

        var places = count <= OnStack ? stackalloc ulong[count] : new ulong[count];
        LargestFirst.Sort(risks, places);
        var scores = new CategoryScore[count];
        for (var rank = 0; rank < count; rank++)
        {
            var place = (int)places[rank];
            scores[rank] = CategoryScore(tally.Categories[place], risks[place].Value, tally);
        }

        return scores;
    }

    private static CategoryScore CategoryScore(CategoryTally category, decimal risk, Tally tally) => new(
        category.Category.Id,
        category.Readiness?.Value,
        category.Potential?.Value,
        tally.PointsPerWeightedValue(category).Times(category.LostValue).Value,
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
            gates += judgement.OutcomeOf(question) switch
            {
                { IsWaived: true } => 0,
                { Severity: GateSeverity.Hard } => rules.RiskOfHardGate,
                { Severity: GateSeverity.Conditional } => rules.RiskOfConditionalGate,
                _ => 0,
            };
        }

        if (category.AskedQuestions == 0)
        {
            return new Figure(gates, 0, 0);
        }

        var part = (long)Math.Min(rules.FullWeightFrom, category.AskedQuestions) * category.LostValue;
        var whole = (long)rules.FullWeightFrom * category.AskedWeight;
        return Figure.Of(part + (gates * whole), whole);
    }
}
