using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class VerdictTests
{
    private static readonly NotApplicableRule Allowed = new(QuestionnaireBuilder.Text("when"), null);

    [Theory]
    [InlineData(0, 2, Verdict.Go)] // 50 where Go needs 50
    [InlineData(0, 1, Verdict.NoGo)] // 20 < 30
    [InlineData(2, 2, Verdict.Conditional)] // 50 < 60
    [InlineData(2, 3, Verdict.Go)]
    [InlineData(3, 2, Verdict.Conditional)] // 50 < 70, not below 50
    [InlineData(4, 3, Verdict.Go)] // exactly 80
    [InlineData(4, 2, Verdict.NoGo)] // 50 < 60
    public void Verdict_ReadinessLines_AreComparedExactly(int tier, int level, Verdict verdict)
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", weight: 3).Ask("AVA-2", weight: 5).Ask("AVA-3", weight: 3).Build();
        var context = Sheet.Context(("CTX-1", tier));

        var card = Scorer.Score(questionnaire, Sheet.Of(context, ("AVA-1", level), ("AVA-2", level), ("AVA-3", level)), ScoringMode.Submission);

        Assert.Equal(verdict, card.Verdict);
    }

    [Theory]
    [InlineData(0, 50, 40, 30)]
    [InlineData(2, 60, 40, 40)]
    [InlineData(4, 80, 50, 60)]
    public void Card_SaysTheLinesItWasJudgedBy(int tier, int go, int floor, int noGo)
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1").Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(Sheet.Context(("CTX-1", tier)), ("AVA-1", 3)), ScoringMode.Submission);

        Assert.Equal(new VerdictLines(go, floor, noGo), card.Lines);
    }

    [Fact]
    public void Verdict_OpenHardGate_IsNoGoHoweverHighTheAverage()
    {
        var questionnaire = Many(9, QuestionnaireBuilder.Gate(2, GateEffect.Hard));

        var card = Score(questionnaire, AllAt(9, 4, ("AVA-1", 2)));

        Assert.Equal(Verdict.NoGo, card.Verdict);
        Assert.True(card.Readiness > 90);
        Assert.Equal([ReasonKind.HardGate], card.Reasons.Select(reason => reason.Kind));
        Assert.Equal(["AVA-1"], card.Reasons[0].QuestionIds);
        Assert.Contains("level 3", card.Reasons[0].Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 5, Verdict.Conditional)] // no limit
    [InlineData(1, 4, Verdict.Conditional)]
    [InlineData(1, 5, Verdict.NoGo)]
    [InlineData(2, 2, Verdict.Conditional)]
    [InlineData(2, 3, Verdict.NoGo)]
    [InlineData(3, 1, Verdict.Conditional)]
    [InlineData(3, 2, Verdict.NoGo)]
    [InlineData(4, 2, Verdict.NoGo)]
    public void Verdict_OpenConditionalGates_AreANoGoFromTheNumberOfTheCriticality(int criticality, int open, Verdict verdict)
    {
        var builder = new QuestionnaireBuilder();
        for (var number = 1; number <= 5; number++)
        {
            builder.Ask($"AVA-{number}", gates: QuestionnaireBuilder.Gate(3, GateEffect.Conditional));
        }

        var answers = Enumerable.Range(1, 5).Select(number => ($"AVA-{number}", (object)(number <= open ? 3 : 4))).ToArray();

        var card = Score(builder.Build(), Sheet.Of(Sheet.Context(("CTX-1", criticality)), answers));

        Assert.Equal(verdict, card.Verdict);
        Assert.Equal(verdict == Verdict.NoGo, card.Reasons.Any(reason => reason.Kind == ReasonKind.TooManyConditionalGates));
        Assert.Equal(open, card.Reasons.Count(reason => reason.Kind == ReasonKind.ConditionalGate));
    }

    [Fact]
    public void Verdict_Warning_NeverChangesIt()
    {
        var card = Score(Many(3, QuestionnaireBuilder.Gate(3, GateEffect.Warning)), AllAt(3, 3));

        Assert.Equal(Verdict.Go, card.Verdict);
        Assert.Equal(GateEffect.Warning, Assert.Single(card.Gates).Effect);
        Assert.Equal(ReasonKind.AllClear, Assert.Single(card.Reasons).Kind);
    }

    [Fact]
    public void Verdict_UnverifiedGate_IsACondition()
    {
        var card = Score(Many(9, QuestionnaireBuilder.Gate(0, GateEffect.Conditional)), AllAt(9, 4, ("AVA-1", "?")));

        Assert.Equal(Verdict.Conditional, card.Verdict);
        Assert.Equal([ReasonKind.UnverifiedGate], card.Reasons.Select(reason => reason.Kind));
    }

    [Fact]
    public void Verdict_CategoryBelowTheFloorWithThreeQuestions_IsACondition()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1").Ask("AVA-2").Ask("AVA-3").Ask("USR-1").Ask("USR-2").Ask("USR-3").Build();
        var sheet = Sheet.Of(("AVA-1", 1), ("AVA-2", 1), ("AVA-3", 2), ("USR-1", 4), ("USR-2", 4), ("USR-3", 4));

        var card = Score(questionnaire, sheet);

        Assert.Equal(Verdict.Conditional, card.Verdict);
        Assert.Equal("availability", Assert.Single(card.Reasons).CategoryId);
    }

    [Fact]
    public void Verdict_CategoryBelowTheFloorWithTwoQuestions_IsNone()
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1").Ask("AVA-2").Ask("USR-1").Ask("USR-2").Ask("USR-3").Build();

        var card = Score(questionnaire, Sheet.Of(("AVA-1", 1), ("AVA-2", 1), ("USR-1", 4), ("USR-2", 4), ("USR-3", 4)));

        Assert.Equal(Verdict.Go, card.Verdict);
    }

    [Theory]
    [InlineData(2, Verdict.Go)] // 40 % exactly
    [InlineData(3, Verdict.Conditional)]
    public void Verdict_TooMuchSetAside_IsACondition(int setAside, Verdict verdict)
    {
        var builder = new QuestionnaireBuilder();
        string[] ids = ["AVA-1", "AVA-2", "USR-1", "USR-2", "CST-1"];
        foreach (var id in ids)
        {
            builder.Ask(id, notApplicable: Allowed);
        }

        var answers = ids.Select((id, index) => (id, (object)(index < setAside ? "-" : 4))).ToArray();

        var card = Score(builder.Build(), Sheet.Of(answers));

        Assert.Equal(verdict, card.Verdict);
        Assert.Equal(verdict == Verdict.Conditional, card.Reasons.Any(reason => reason.Kind == ReasonKind.TooMuchNotApplicable));
    }

    [Fact]
    public void Verdict_MoreThanHalfOfACategorySetAside_IsACondition()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", notApplicable: Allowed).Ask("AVA-2", notApplicable: Allowed).Ask("AVA-3")
            .Ask("USR-1").Ask("USR-2").Ask("USR-3").Build();

        var card = Score(questionnaire, Sheet.Of(("AVA-1", "-"), ("AVA-2", "-"), ("AVA-3", 4), ("USR-1", 4), ("USR-2", 4), ("USR-3", 4)));

        Assert.Equal([ReasonKind.CategoryTooMuchNotApplicable], card.Reasons.Select(reason => reason.Kind));
        Assert.Equal(["AVA-1", "AVA-2"], card.Reasons[0].QuestionIds);
    }

    [Fact]
    public void Verdict_CoverageBelow85Percent_IsACondition()
    {
        var card = Score(Many(6), AllAt(6, 4, ("AVA-1", "?")));

        Assert.Equal(Verdict.Conditional, card.Verdict);
        Assert.Equal([ReasonKind.CoverageTooLow], card.Reasons.Select(reason => reason.Kind));
    }

    [Theory]
    [InlineData(AssessmentForm.Short, 4, Verdict.Conditional)]
    [InlineData(AssessmentForm.Short, 3, Verdict.Go)]
    [InlineData(AssessmentForm.Full, 4, Verdict.Go)]
    public void Verdict_ShortFormAtTier4_IsACondition(AssessmentForm form, int criticality, Verdict verdict)
    {
        var sheet = AllAt(3, 4) with { Form = form, Context = Sheet.Context(("CTX-1", criticality)) };

        Assert.Equal(verdict, Score(Many(3), sheet).Verdict);
    }

    [Fact]
    public void Verdict_PartialCard_DemandsNoCoverageFormOrSetAside()
    {
        var sheet = AllAt(6, 4, ("AVA-1", "?")) with { Form = AssessmentForm.Short, Context = Sheet.Context(("CTX-1", 4)) };

        Assert.Equal(Verdict.Go, Scorer.Score(Many(6), sheet, ScoringMode.Partial).Verdict);
    }

    [Theory]
    [InlineData(2, Verdict.Go)] // 2 of 5 asked: the lines do not apply yet
    [InlineData(3, Verdict.NoGo)]
    public void Verdict_PartialCard_AppliesTheLinesFromHalfOfTheWeightOn(int asked, Verdict verdict)
    {
        var answers = Enumerable.Range(1, asked).Select(number => ($"AVA-{number}", (object)1)).ToArray();
        var questionnaire = new QuestionnaireBuilder().Rules(rules => rules with { FloorNeeds = 9 })
            .Ask("AVA-1").Ask("AVA-2").Ask("AVA-3").Ask("AVA-4").Ask("AVA-5").Build();

        Assert.Equal(verdict, Scorer.Score(questionnaire, Sheet.Of(answers), ScoringMode.Partial).Verdict);
    }

    [Fact]
    public void Verdict_PartialCard_AppliesTheFloorFromTheStart()
    {
        var card = Scorer.Score(Many(9), Sheet.Of(("AVA-1", 1), ("AVA-2", 1), ("AVA-3", 1)), ScoringMode.Partial);

        Assert.Equal([ReasonKind.CategoryBelowFloor], card.Reasons.Select(reason => reason.Kind));
    }

    [Fact]
    public void Reasons_OfANoGo_ComeInOrderDecisiveOnesFirst()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", gates: QuestionnaireBuilder.Gate(0, GateEffect.Conditional))
            .Ask("AVA-2", gates: QuestionnaireBuilder.Gate(0, GateEffect.Hard))
            .Ask("AVA-3", gates: QuestionnaireBuilder.Gate(0, GateEffect.Conditional))
            .Build();

        var card = Score(questionnaire, Sheet.Of(("AVA-1", 0), ("AVA-2", 0), ("AVA-3", "?")));

        Assert.Equal(
            [ReasonKind.HardGate, ReasonKind.BelowNoGoLine, ReasonKind.ConditionalGate, ReasonKind.UnverifiedGate, ReasonKind.BelowGoLine, ReasonKind.CategoryBelowFloor, ReasonKind.CoverageTooLow],
            card.Reasons.Select(reason => reason.Kind));
    }

    [Fact]
    public void Reasons_OfReadinessJustBelowALine_AreNotRoundedUpToIt()
    {
        // 69.97...: 80 in all but one question of 1/38 of the weight.
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", weight: 5).Ask("AVA-2", weight: 5).Ask("AVA-3", weight: 3).Ask("AVA-4", weight: 1).Build();

        var card = Score(questionnaire, Sheet.Of(Sheet.Context(("CTX-1", 3)), ("AVA-1", 3), ("AVA-2", 2), ("AVA-3", 3), ("AVA-4", 3)));

        Assert.Equal(69.2857m, card.Readiness!.Value, 4);
        Assert.Contains("69.2;", card.Reasons.Single(reason => reason.Kind == ReasonKind.BelowGoLine).Text.En, StringComparison.Ordinal);
        Assert.Contains("69,2\u202f;", card.Reasons.Single(reason => reason.Kind == ReasonKind.BelowGoLine).Text.Fr, StringComparison.Ordinal);
    }

    private static ScoreCard Score(Questionnaire questionnaire, AnswerSheet sheet) => Scorer.Score(questionnaire, sheet, ScoringMode.Submission);

    /// <summary>AVA-1 to AVA-n; the gates are those of the first.</summary>
    private static Questionnaire Many(int count, params Gate[] gates)
    {
        var builder = new QuestionnaireBuilder().Ask("AVA-1", gates: gates);
        for (var number = 2; number <= count; number++)
        {
            builder.Ask($"AVA-{number}");
        }

        return builder.Build();
    }

    private static AnswerSheet AllAt(int count, int level, params (string Id, object Answer)[] except)
    {
        var all = Enumerable.Range(1, count).Select(number => ($"AVA-{number}", (object)level));
        return Sheet.Of([.. all.Where(pair => !except.Any(other => other.Id == pair.Item1)), .. except]);
    }
}
