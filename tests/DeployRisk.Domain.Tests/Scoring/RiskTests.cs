using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class RiskTests
{
    [Fact]
    public void Risk_OfACategory_IsWhatItMissesAndItsOpenGates()
    {
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1").Ask("AVA-2").Ask("AVA-3")
            .Ask("USR-1", gates: QuestionnaireBuilder.Gate(3, GateEffect.Hard))
            .Ask("CST-1", gates: QuestionnaireBuilder.Gate(3, GateEffect.Conditional))
            .Ask("REG-1", gates: QuestionnaireBuilder.Gate(3, GateEffect.Warning))
            .Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(("AVA-1", 2), ("AVA-2", 2), ("AVA-3", 2), ("USR-1", 3), ("CST-1", 3), ("REG-1", 3)), ScoringMode.Submission);

        Assert.Equal(
            [("availability", 50m), ("users", 46.6667m), ("cost", 26.6667m), ("regulation", 6.6667m)],
            card.Categories.Select(category => (category.CategoryId, decimal.Round(category.Risk, 4))));
    }

    [Fact]
    public void Risk_Ties_StayInTheOrderOfTheQuestionnaire()
    {
        var questionnaire = new QuestionnaireBuilder().Ask("CST-1").Ask("AVA-1").Ask("USR-1").Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(("AVA-1", 2), ("USR-1", 2), ("CST-1", 2)), ScoringMode.Submission);

        Assert.Equal(["availability", "users", "cost"], card.Categories.Select(category => category.CategoryId));
    }
}
