using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class WaiverTests
{
    private static readonly Questionnaire ThreeHard = new QuestionnaireBuilder()
        .Ask("AVA-1", gates: QuestionnaireBuilder.Gate(3, GateEffect.Hard))
        .Ask("AVA-2", gates: QuestionnaireBuilder.Gate(3, GateEffect.Hard))
        .Ask("AVA-3", gates: QuestionnaireBuilder.Gate(3, GateEffect.Conditional))
        .Build();

    [Fact]
    public void Waiver_OfAnOpenHardGate_MakesANoGoConditionalAndChangesNoPoint()
    {
        var without = Score(0, 3, 4, 4);
        var with = Score(0, 3, 4, 4, "AVA-1");

        Assert.Equal(Verdict.NoGo, without.Verdict);
        Assert.Equal(Verdict.Conditional, with.Verdict);
        Assert.Equal(without.Readiness, with.Readiness);
        Assert.Equal(GateState.Waived, Assert.Single(with.Gates).State);
        Assert.Equal([ReasonKind.WaivedGate], with.Reasons.Select(reason => reason.Kind));
    }

    [Fact]
    public void Waiver_WithoutAnOpenGate_HasNoEffect()
    {
        var card = Score(0, 4, 4, 4, "AVA-1", "AVA-3", "NOPE-1");

        Assert.Equal(Verdict.Go, card.Verdict);
        Assert.Empty(card.Gates);
    }

    [Theory]
    [InlineData(3, Verdict.NoGo)] // one is allowed
    [InlineData(2, Verdict.Conditional)] // two are
    public void Waivers_MoreHardOnesThanTheTierAllows_AreANoGo(int tier, Verdict verdict)
    {
        var card = Score(tier, 3, 3, 4, "AVA-1", "AVA-2");

        Assert.Equal(verdict, card.Verdict);
        Assert.Equal(verdict == Verdict.NoGo, card.Reasons.Any(reason => reason.Kind == ReasonKind.TooManyWaivers));
    }

    [Fact]
    public void Waiver_OfAConditionalGate_LeavesTheCount()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", gates: QuestionnaireBuilder.Gate(3, GateEffect.Conditional))
            .Ask("AVA-2", gates: QuestionnaireBuilder.Gate(3, GateEffect.Conditional))
            .Build();
        var sheet = Sheet.Of(Sheet.Context(("CTX-1", 3)), ("AVA-1", 3), ("AVA-2", 3));

        Assert.Equal(Verdict.NoGo, Scorer.Score(questionnaire, sheet, ScoringMode.Submission).Verdict);
        Assert.Equal(Verdict.Conditional, Scorer.Score(questionnaire, sheet, ScoringMode.Submission, new HashSet<string> { "AVA-2" }).Verdict);
    }

    [Fact]
    public void Waiver_OfAnUnverifiedGateOrAWarning_HasNoEffect()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", gates: QuestionnaireBuilder.Gate(3, GateEffect.Conditional))
            .Ask("AVA-2", gates: QuestionnaireBuilder.Gate(3, GateEffect.Warning))
            .Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(("AVA-1", "?"), ("AVA-2", 3)), ScoringMode.Submission, new HashSet<string> { "AVA-1", "AVA-2" });

        Assert.Equal([GateState.Unverified, GateState.Open], card.Gates.Select(gate => gate.State));
    }

    private static ScoreCard Score(int tier, int first, int second, int third, params string[] waived) => Scorer.Score(
        ThreeHard,
        Sheet.Of(Sheet.Context(("CTX-1", tier)), ("AVA-1", first), ("AVA-2", second), ("AVA-3", third)),
        ScoringMode.Submission,
        waived.ToHashSet());
}
