using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class GateTests
{
    private static readonly Condition Relief = new Condition.AtLeast("USR-1", 3);

    [Theory]
    [InlineData(0, "hard open")]
    [InlineData(1, "conditional open")]
    [InlineData(2, "warning open")]
    [InlineData(3, "none")]
    public void Gate_FirstRuleThatMatches_Decides(int level, string expected)
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", gates:
            [
                QuestionnaireBuilder.Gate(0, GateEffect.Hard),
                QuestionnaireBuilder.Gate(1, GateEffect.Conditional),
                QuestionnaireBuilder.Gate(2, GateEffect.Warning),
            ])
            .Build();

        Assert.Equal(expected, Finding(questionnaire, ("AVA-1", level)));
    }

    [Theory]
    [InlineData(3, "warning open")]
    [InlineData(2, "hard open")]
    [InlineData("?", "hard open")] // unknown reads as 0
    [InlineData("-", "hard open")] // no level: the comparison is false
    public void Gate_EarlierSofterRule_IsARelief(object reliefAnswer, string expected)
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", gates: [QuestionnaireBuilder.Gate(1, GateEffect.Warning, Relief), QuestionnaireBuilder.Gate(1, GateEffect.Hard)])
            .Ask("USR-1", notApplicable: new NotApplicableRule(QuestionnaireBuilder.Text("when"), null))
            .Build();

        Assert.Equal(expected, Finding(questionnaire, ("AVA-1", 1), ("USR-1", reliefAnswer)));
    }

    [Theory]
    [InlineData(GateEffect.Hard, "conditional open")]
    [InlineData(GateEffect.Conditional, "conditional unverified")]
    [InlineData(GateEffect.Warning, "none")]
    public void Gate_Unknown_IsOneStepSofterThanLevel0(GateEffect effect, string expected)
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", gates: [QuestionnaireBuilder.Gate(0, effect)]).Build();

        Assert.Equal(expected, Finding(questionnaire, ("AVA-1", "?")));
    }

    [Theory]
    [InlineData(GateEffect.Hard, "hard open")]
    [InlineData(GateEffect.Conditional, "conditional open")]
    [InlineData(GateEffect.Warning, "none")] // there is nothing to verify
    public void Gate_UnknownThatOpensGates_CountsAsLevel0(GateEffect effect, string expected)
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", unknownOpensGate: true, gates: [QuestionnaireBuilder.Gate(0, effect)])
            .Build();

        Assert.Equal(expected, Finding(questionnaire, ("AVA-1", "?")));
    }

    [Fact]
    public void Gate_UnknownThatOpensGatesUnderARelief_IsUnverified()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", unknownOpensGate: true, gates: [QuestionnaireBuilder.Gate(0, GateEffect.Warning, Relief), QuestionnaireBuilder.Gate(0, GateEffect.Hard, because: "no way back")])
            .Ask("USR-1")
            .Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(("AVA-1", "?"), ("USR-1", 4)), ScoringMode.Submission);

        var gate = Assert.Single(card.Gates);
        Assert.Equal(GateState.Unverified, gate.State);
        Assert.Equal("Nobody knows whether this is so: no way back", gate.Because.En);
    }

    [Theory]
    [InlineData(0, false, "there is no backup")]
    [InlineData("?", false, "Nobody knows whether this is so: there is no backup")]
    [InlineData("?", true, "Nobody knows whether this is so: there is no backup")]
    public void Gate_OfWhatNobodyKnows_IsNotToldAsAFact(object answer, bool unknownOpensGate, string expected)
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", unknownOpensGate: unknownOpensGate, gates: [QuestionnaireBuilder.Gate(0, GateEffect.Hard, because: "there is no backup")])
            .Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(("AVA-1", answer)), ScoringMode.Submission);

        Assert.Equal(expected, Assert.Single(card.Gates).Because.En);
        Assert.Contains(card.Reasons, reason => reason.Text.En.StartsWith($"AVA-1: {expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void Gate_ConditionOnContext_ReadsItAndAMissingLevelIsFalse()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", gates: [QuestionnaireBuilder.Gate(0, GateEffect.Hard, new Condition.AtMost("CTX-1", 2))])
            .Build();

        var with = Scorer.Score(questionnaire, Sheet.Of(Sheet.Context(("CTX-1", 2)), ("AVA-1", 0)), ScoringMode.Submission);
        var without = Scorer.Score(questionnaire, Sheet.Of(("AVA-1", 0)), ScoringMode.Submission);

        Assert.Single(with.Gates);
        Assert.Empty(without.Gates);
    }

    [Theory]
    [InlineData("-")]
    [InlineData(null)]
    public void Gate_NotApplicableOrUnanswered_DoesNotApply(string? answer)
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", notApplicable: new NotApplicableRule(QuestionnaireBuilder.Text("when"), null), gates: [QuestionnaireBuilder.Gate(0, GateEffect.Hard)])
            .Build();
        var sheet = answer is null ? Sheet.Of() : Sheet.Of(("AVA-1", answer));

        Assert.Empty(Scorer.Score(questionnaire, sheet, ScoringMode.Partial).Gates);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public void Condition_AllAnyNotIncludes_HoldAsTheySay(bool data, bool money, bool expected)
    {
        var condition = new Condition.All([
            new Condition.Includes("CTX-9", "data"),
            new Condition.Any([new Condition.Includes("CTX-9", "money"), new Condition.AtLeast("CTX-1", 4)]),
            new Condition.Not(new Condition.AtLeast("CTX-2", 1)),
        ]);
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", gates: [QuestionnaireBuilder.Gate(0, GateEffect.Hard, condition)]).Build();
        string[] touches = [.. data ? ["data"] : Array.Empty<string>(), .. money ? ["money"] : Array.Empty<string>()];

        var card = Scorer.Score(questionnaire, Sheet.Of(Sheet.Context(touches, ("CTX-1", 0)), ("AVA-1", 0)), ScoringMode.Submission);

        Assert.Equal(expected, card.Gates.Count == 1);
    }

    private static string Finding(Questionnaire questionnaire, params (string Id, object Answer)[] answers)
    {
        var card = Scorer.Score(questionnaire, Sheet.Of(answers), ScoringMode.Submission);
        var gate = card.Gates.SingleOrDefault(finding => finding.QuestionId == "AVA-1");
        return gate is null ? "none" : $"{gate.Effect} {gate.State}".ToLowerInvariant();
    }
}
