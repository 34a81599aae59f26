using System.Collections.Frozen;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Recommendations;

/// <summary>What to do next. Rules: docs/scoring-model.md.</summary>
public static class Advisor
{
    /// <summary>
    /// One recommendation for every asked answer below the top: what opens hard gates first, then what opens conditional
    /// ones or leaves gates waived or unverified, then by points gained a day, then in the order of the questionnaire.
    /// </summary>
    /// <param name="questionnaire">The questionnaire that the answers belong to.</param>
    /// <param name="sheet">Form, context and answers.</param>
    /// <param name="mode">As in <see cref="Scorer.Score(Questionnaire, AnswerSheet, ScoringMode, IReadOnlySet{string})"/>.</param>
    /// <param name="waived">Questions whose open gate was waived; null: none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside 0-4.</exception>
    public static IReadOnlyList<Recommendation> Recommend(
        Questionnaire questionnaire,
        AnswerSheet sheet,
        ScoringMode mode,
        IReadOnlySet<string>? waived = null)
    {
        var reading = Reading.Of(questionnaire, sheet, mode);
        var tally = new Tally(reading);
        var waivers = waived ?? FrozenSet<string>.Empty;
        return
        [
            .. questionnaire.Questions
                .Where(question => reading.IsAsked(question) && reading.Level(question) < Question.TopLevel)
                .Select(question => Candidate.Of(question, reading, tally, waivers))
                .OrderBy(candidate => candidate.Urgency)
                .ThenByDescending(candidate => candidate.GainPerDay)
                .Select(candidate => candidate.Recommendation),
        ];
    }

    /// <summary>
    /// The least effort that reaches Go without waivers, found exactly. Ties: fewer questions, then the set with the
    /// earlier question where they first differ, then the lower level there.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside 0-4.</exception>
    public static ShortestPath ShortestPathToGo(Questionnaire questionnaire, AnswerSheet sheet, ScoringMode mode) =>
        new PathSearch(Reading.Of(questionnaire, sheet, mode)).Find();

    private readonly record struct Candidate(Recommendation Recommendation, Urgency Urgency, Fraction GainPerDay)
    {
        public static Candidate Of(Question question, Reading reading, Tally tally, IReadOnlySet<string> waived)
        {
            var rules = reading.Questionnaire.Rules;
            var outcome = Gates.Judge(question, reading) with { IsWaived = waived.Contains(question.Id) };
            var relief = outcome.IsCondition ? Gates.LowestRelief(question, reading) : null;
            var from = reading.Level(question);
            var to = relief ?? from + 1;
            var effort = (to - from) * rules.EffortDays[question.Effort];
            var gain = tally.PointsPerValue(question) * (rules.Scale[to] - reading.ValueOf(question));
            var recommendation = new Recommendation(
                question.Id,
                reading.State(question) == QuestionState.Unknown ? null : from,
                to,
                effort,
                gain.ToDecimal(),
                relief is not null);
            return new Candidate(recommendation, Urgencies.Of(outcome.Gate?.Finding(outcome)), gain / Exactly(effort));
        }

        private static Fraction Exactly(decimal days) => new((long)(days * Effort.UnitsPerDay), Effort.UnitsPerDay);
    }
}
