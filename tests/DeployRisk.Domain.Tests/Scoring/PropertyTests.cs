using CsCheck;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class PropertyTests
{
    private const int Unknown = -1;
    private static readonly Questionnaire BuiltIn = QuestionnaireLoader.LoadBuiltIn();

    /// <summary>A context with everything answered, and an answer to each question, from all low to all high.</summary>
    private static readonly Gen<AnswerSheet> Sheets =
        from form in Gen.Enum<AssessmentForm>()
        from levels in Gen.Int[0, 4].Array[8]
        from touches in Gen.Bool.Array[11]
        from facts in Gen.Bool.Array[5]
        from quality in Gen.Int[0, 4]
        from answers in Gen.Int[Unknown, 4].Array[BuiltIn.Questions.Count]
        from firm in Gen.Bool.Array[BuiltIn.Questions.Count]
        select new AnswerSheet(
            form,
            new ReleaseContext(
                levels.Index().ToDictionary(pair => $"CTX-{pair.Index + 1}", pair => pair.Item),
                new Dictionary<string, IReadOnlyList<string>> { ["CTX-9"] = Chosen("CTX-9", touches), ["CTX-10"] = Chosen("CTX-10", facts) }),
            BuiltIn.Questions.ToDictionary(
                question => question.Id,
                question => AnswerOf(firm[question.Order] ? quality : answers[question.Order])));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 20)]
    [InlineData(2, 50)]
    [InlineData(3, 80)]
    [InlineData(4, 100)]
    public void Readiness_AllAtOneLevel_IsExactlyTheValue(int level, int value) => Sheets.Sample(
        sheet => Assert.Equal(value, Score(All(sheet, new Answer.AtLevel(level))).Readiness),
        iter: 50);

    [Fact]
    public void Contributions_Always_SumTo100MinusReadiness() => Sheets.Sample(
        sheet =>
        {
            var card = Score(sheet);
            var lost = 100 - card.Readiness!.Value;
            AssertSame(lost, card.Contributions.Sum(contribution => contribution.Lost));
            AssertSame(lost, card.Categories.Sum(category => category.Lost));
        },
        iter: 200);

    [Fact]
    public void RaisingALevel_Never_LowersReadinessOrWorsensTheVerdict() => Gen.Select(Sheets, Gen.Int[0, BuiltIn.Questions.Count - 1]).Sample(
        (sheet, order) =>
        {
            var question = BuiltIn.Questions[order];
            if (sheet[question.Id] is not Answer.AtLevel { Level: < Question.TopLevel } at)
            {
                return;
            }

            var before = Score(sheet);
            var after = Score(With(sheet, question.Id, new Answer.AtLevel(at.Level + 1)));
            Assert.True(after.Readiness >= before.Readiness);
            Assert.True(after.Verdict <= before.Verdict, $"{question.Id} from {at.Level}: {before.Verdict} to {after.Verdict}");
        },
        iter: 4000);

    [Fact]
    public void Unknown_Never_BeatsTheTopAndIsAtMostOneStepBetterThanLevel0() => Gen.Select(Sheets, Gen.Int[0, BuiltIn.Questions.Count - 1]).Sample(
        (sheet, order) =>
        {
            var id = BuiltIn.Questions[order].Id;
            var unknown = Score(With(sheet, id, Answer.DontKnow));
            var zero = Score(With(sheet, id, new Answer.AtLevel(0)));
            var top = Score(With(sheet, id, new Answer.AtLevel(Question.TopLevel)));
            Assert.True(unknown.Verdict >= top.Verdict);
            Assert.True(unknown.Readiness <= top.Readiness);
            Assert.True(Severity(unknown, id) >= Severity(zero, id) - 1);
            Assert.Equal(zero.Readiness, unknown.Readiness);
        },
        iter: 2000);

    [Fact]
    public void Readiness_OrderOfAnswers_IsIrrelevant() => Sheets.Sample(
        sheet =>
        {
            var reversed = sheet with { Answers = sheet.Answers.Reverse().ToDictionary() };
            var (a, b) = (Score(sheet), Score(reversed));
            Assert.Equal((a.Readiness, a.Verdict, a.Coverage), (b.Readiness, b.Verdict, b.Coverage));
            Assert.Equal(a.Contributions, b.Contributions);
            Assert.Equal(a.Gates, b.Gates);
        },
        iter: 100);

    [Fact]
    public void ShortestPath_OfTheBuiltIn_ReachesGoAndNoStepCanBeLeftOut() => Sheets.Sample(
        sheet =>
        {
            if (Advisor.ShortestPathToGo(BuiltIn, sheet, ScoringMode.Submission) is not ShortestPath.Found path)
            {
                return;
            }

            var reached = Score(Walk(sheet, path.Steps));
            Assert.Equal(Verdict.Go, reached.Verdict);
            Assert.Equal(path.Readiness, reached.Readiness);
            Assert.All(path.Steps, left => Assert.NotEqual(Verdict.Go, Score(Walk(sheet, path.Steps.Where(step => step != left))).Verdict));
        },
        iter: 60);

    /// <summary>
    /// Equal but for 68 roundings to 20 decimal places. By distance: of two figures a hair apart, one may lie on either
    /// side of a rounding bound.
    /// </summary>
    private static void AssertSame(decimal expected, decimal actual) =>
        Assert.True(Math.Abs(expected - actual) <= 68 * 0.5e-20m, $"{expected} and {actual}");

    private static AnswerSheet Walk(AnswerSheet sheet, IEnumerable<PathStep> steps) =>
        steps.Aggregate(sheet, (walked, step) => With(walked, step.QuestionId, new Answer.AtLevel(step.To)));

    private static int Severity(ScoreCard card, string id)
    {
        var gate = card.Gates.SingleOrDefault(finding => finding.QuestionId == id);
        return gate switch
        {
            null => 0,
            { Effect: GateEffect.Warning } => 1,
            { State: GateState.Unverified } => 1,
            { Effect: GateEffect.Conditional } => 2,
            _ => 3,
        };
    }

    private static ScoreCard Score(AnswerSheet sheet) => Scorer.Score(BuiltIn, sheet, ScoringMode.Submission);

    private static AnswerSheet All(AnswerSheet sheet, Answer answer) =>
        sheet with { Answers = sheet.Answers.Keys.ToDictionary(id => id, _ => answer) };

    private static AnswerSheet With(AnswerSheet sheet, string id, Answer answer) =>
        sheet with { Answers = new Dictionary<string, Answer>(sheet.Answers) { [id] = answer } };

    private static Answer AnswerOf(int level) => level == Unknown ? Answer.DontKnow : new Answer.AtLevel(level);

    private static List<string> Chosen(string id, bool[] ticks)
    {
        var options = BuiltIn.FindContext(id)!.Options.Where(option => !option.Exclusive).Select(option => option.Id);
        var chosen = options.Where((_, index) => ticks[index]).ToList();
        return chosen.Count == 0 ? ["none"] : chosen;
    }
}
