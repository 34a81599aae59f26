using CsCheck;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Recommendations;

public sealed class ShortestPathTests
{
    [Fact]
    public void ShortestPath_OfAnyQuestionnaire_IsTheOneThatTryingEverythingFinds() =>
        Generate.Case(5).Sample(
            pair =>
            {
                var expected = BruteForce.ShortestPath(pair.Questionnaire, pair.Sheet);
                var found = Advisor.ShortestPathToGo(pair.Questionnaire, pair.Sheet, ScoringMode.Submission);
                Assert.Equal(expected, (found as ShortestPath.Found)?.Steps);
            },
            iter: 600 * 20);

    [Fact]
    public void ShortestPath_AlreadyGo_HasNoSteps()
    {
        var path = Found(new QuestionnaireBuilder().Ask("AVA-1").Build(), Sheet.Of(("AVA-1", 3)));

        Assert.Empty(path.Steps);
        Assert.Equal(0, path.EffortDays);
        Assert.Equal(80, path.Readiness);
    }

    [Fact]
    public void ShortestPath_Stages_LiftHardGatesFirstThenConditionsThenPoints()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1")
            .Ask("AVA-2", gates: QuestionnaireBuilder.Gate(1, GateEffect.Conditional))
            .Ask("AVA-3", gates: QuestionnaireBuilder.Gate(1, GateEffect.Hard))
            .Ask("AVA-4", unknownOpensGate: true, gates: QuestionnaireBuilder.Gate(0, GateEffect.Hard))
            .Ask("AVA-5", gates: QuestionnaireBuilder.Gate(0, GateEffect.Conditional))
            .Ask("AVA-6", gates: QuestionnaireBuilder.Gate(1, GateEffect.Warning))
            .Build();
        var sheet = Sheet.Of(("AVA-1", 0), ("AVA-2", 0), ("AVA-3", 0), ("AVA-4", "?"), ("AVA-5", "?"), ("AVA-6", 0));
        var path = Found(questionnaire, sheet) with { Steps = [.. questionnaire.Questions.Select(question => new PathStep(question.Id, 0, 1, 3))] };

        var stages = path.StagesFrom(Scorer.Score(questionnaire, sheet, ScoringMode.Submission));

        Assert.Equal(
            ["NoGo: AVA-3 AVA-4", "Condition: AVA-2 AVA-5", "Points: AVA-1 AVA-6"],
            stages.Select(stage => $"{stage.Urgency}: {string.Join(' ', stage.Steps.Select(step => step.QuestionId))}"));
        Assert.All(stages, stage => Assert.Equal(6, stage.EffortDays));
    }

    [Fact]
    public void ShortestPath_CheapEffort_IsPreferredToFewSteps()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", effort: EffortSize.L).Ask("AVA-2", effort: EffortSize.S).Ask("AVA-3", effort: EffortSize.S).Build();

        var path = Found(questionnaire, Sheet.Of(("AVA-1", 1), ("AVA-2", 1), ("AVA-3", 1)));

        Assert.Equal([new PathStep("AVA-2", 1, 2, 0.5m), new PathStep("AVA-3", 1, 3, 1)], path.Steps);
        Assert.Equal(1.5m, path.EffortDays);
        Assert.Equal(50, path.Readiness);
    }

    [Fact]
    public void ShortestPath_ReliefByAnotherAnswer_IsTakenWhenCheaper()
    {
        var relief = new Condition.AtLeast("USR-1", 2);
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", effort: EffortSize.L, gates: [QuestionnaireBuilder.Gate(3, GateEffect.Warning, relief), QuestionnaireBuilder.Gate(3, GateEffect.Hard)])
            .Ask("USR-1", effort: EffortSize.S)
            .Build();

        var path = Found(questionnaire, Sheet.Of(("AVA-1", 3), ("USR-1", 1)));

        Assert.Equal([new PathStep("USR-1", 1, 2, 0.5m)], path.Steps);
    }

    [Fact]
    public void ShortestPath_Unknown_StartsAt0()
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", effort: EffortSize.S).Build();

        Assert.Equal([new PathStep("AVA-1", null, 2, 1)], Found(questionnaire, Sheet.Of(("AVA-1", "?"))).Steps);
    }

    [Fact]
    public void ShortestPath_ShortFormAtTier4_IsBlockedByTheForm()
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", gates: QuestionnaireBuilder.Gate(0, GateEffect.Hard)).Build();
        var sheet = Sheet.Of(AssessmentForm.Short, Sheet.Context(("CTX-1", 4)), ("AVA-1", 0));

        var path = Assert.IsType<ShortestPath.Blocked>(Advisor.ShortestPathToGo(questionnaire, sheet, ScoringMode.Submission));

        Assert.Equal([ReasonKind.ShortForm], path.Reasons.Select(reason => reason.Kind));
    }

    private static ShortestPath.Found Found(Questionnaire questionnaire, AnswerSheet sheet) =>
        Assert.IsType<ShortestPath.Found>(Advisor.ShortestPathToGo(questionnaire, sheet, ScoringMode.Submission));
}
