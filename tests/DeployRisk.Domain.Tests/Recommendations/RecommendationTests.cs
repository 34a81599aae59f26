using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Recommendations;

public sealed class RecommendationTests
{
    [Fact]
    public void Recommendations_Order_IsGatesThenPointsPerDayThenQuestionnaire()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", effort: EffortSize.L)
            .Ask("AVA-2", effort: EffortSize.S)
            .Ask("AVA-3", effort: EffortSize.L, gates: QuestionnaireBuilder.Gate(0, GateEffect.Conditional))
            .Ask("USR-1", effort: EffortSize.L, gates: QuestionnaireBuilder.Gate(1, GateEffect.Hard))
            .Ask("USR-2", effort: EffortSize.S)
            .Ask("USR-3")
            .Build();

        var list = Advisor.Recommend(questionnaire, Sheet.Of(("AVA-1", 0), ("AVA-2", 0), ("AVA-3", 0), ("USR-1", 0), ("USR-2", 0), ("USR-3", 4)), ScoringMode.Submission);

        Assert.Equal(["USR-1", "AVA-3", "AVA-2", "USR-2", "AVA-1"], list.Select(recommendation => recommendation.QuestionId));
        Assert.Equal(2, list[0].To);
        Assert.True(list[0].ClosesGate);
        Assert.Equal(20, list[0].EffortDays);
        Assert.Equal(50m / 6, list[0].Gain, 10);
        Assert.False(list[2].ClosesGate);
    }

    [Fact]
    public void Recommendation_Target_SoftensTheGateWhenItCannotCloseItAtOnce()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", gates: [QuestionnaireBuilder.Gate(1, GateEffect.Hard), QuestionnaireBuilder.Gate(3, GateEffect.Conditional)])
            .Build();

        Assert.Equal(2, Single(questionnaire, 0).To);
        Assert.Equal(4, Single(questionnaire, 2).To);
    }

    [Fact]
    public void Recommendation_UnknownWhoseLowLevelsAreWorse_TargetsTheFirstBetterLevel()
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", gates: QuestionnaireBuilder.Gate(1, GateEffect.Hard)).Build();

        var recommendation = Single(questionnaire, "?");

        Assert.Null(recommendation.From);
        Assert.Equal(2, recommendation.To);
        Assert.Equal(6, recommendation.EffortDays);
        Assert.Equal(50, recommendation.Gain);
    }

    [Fact]
    public void Recommendation_OfAWaivedHardGate_ComesAfterTheOpenOne()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", gates: QuestionnaireBuilder.Gate(0, GateEffect.Hard))
            .Ask("AVA-2", gates: QuestionnaireBuilder.Gate(0, GateEffect.Hard))
            .Build();

        var list = Advisor.Recommend(questionnaire, Sheet.Of(("AVA-1", 0), ("AVA-2", 0)), ScoringMode.Submission, new HashSet<string> { "AVA-1" });

        Assert.Equal(["AVA-2", "AVA-1"], list.Select(recommendation => recommendation.QuestionId));
    }

    private static Recommendation Single(Questionnaire questionnaire, object answer) =>
        Assert.Single(Advisor.Recommend(questionnaire, Sheet.Of(("AVA-1", answer)), ScoringMode.Submission));
}
