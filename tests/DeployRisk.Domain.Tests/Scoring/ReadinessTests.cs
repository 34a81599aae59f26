using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class ReadinessTests
{
    private static readonly Questionnaire ThreeAndOne = new QuestionnaireBuilder()
        .Ask("AVA-1", weight: 3).Ask("AVA-2", weight: 5).Ask("AVA-3", weight: 2)
        .Ask("USR-1", weight: 4)
        .Build();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 20)]
    [InlineData(2, 50)]
    [InlineData(3, 80)]
    [InlineData(4, 100)]
    public void Readiness_AllAtOneLevel_IsExactlyTheValueOfTheLevel(int level, int value)
    {
        var card = Score(Sheet.Of(("AVA-1", level), ("AVA-2", level), ("AVA-3", level), ("USR-1", level)));

        Assert.Equal(value, card.Readiness);
        Assert.All(card.Categories, category => Assert.Equal(value, category.Readiness));
    }

    [Fact]
    public void Readiness_OneQuestionInACategory_WeighsAThirdOfAFullCategory()
    {
        var card = Score(Sheet.Of(("AVA-1", 4), ("AVA-2", 4), ("AVA-3", 4), ("USR-1", 0)));

        Assert.Equal(75, card.Readiness);
    }

    [Fact]
    public void Readiness_WeightsInsideACategory_Count()
    {
        var card = Score(Sheet.Of(("AVA-1", 0), ("AVA-2", 4), ("AVA-3", 0), ("USR-1", "-")));

        Assert.Equal(50, Category(card, "availability").Readiness);
        Assert.Equal(5m / 10 * 100, Category(card, "availability").Readiness);
    }

    [Fact]
    public void Readiness_CategoryWeights_Count()
    {
        var questionnaire = new QuestionnaireBuilder().CategoryWeight("users", 3).Ask("AVA-1").Ask("USR-1").Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(("AVA-1", 0), ("USR-1", 4)), ScoringMode.Submission);

        Assert.Equal(75, card.Readiness);
    }

    [Fact]
    public void Readiness_Unknown_Counts0AndPotentialCountsItAs100()
    {
        var card = Score(Sheet.Of(("AVA-1", 4), ("AVA-2", "?"), ("AVA-3", 4), ("USR-1", 4)));

        Assert.Equal(62.5m, card.Readiness);
        Assert.Equal(100, card.Potential);
        Assert.Equal(1, Category(card, "availability").Unknown);
    }

    [Fact]
    public void Readiness_NotApplicable_IsTheSameAsWithoutTheQuestion()
    {
        var allowed = new NotApplicableRule(QuestionnaireBuilder.Text("when"), null);
        var with = new QuestionnaireBuilder().Ask("AVA-1").Ask("AVA-2", weight: 3, notApplicable: allowed).Ask("USR-1").Build();
        var without = new QuestionnaireBuilder().Ask("AVA-1").Ask("USR-1").Build();

        var a = Scorer.Score(with, Sheet.Of(("AVA-1", 1), ("AVA-2", "-"), ("USR-1", 3)), ScoringMode.Submission);
        var b = Scorer.Score(without, Sheet.Of(("AVA-1", 1), ("USR-1", 3)), ScoringMode.Submission);

        Assert.Equal(b.Readiness, a.Readiness);
        Assert.Equal(1, a.Coverage);
    }

    [Fact]
    public void Readiness_CategoryWithoutAskedQuestion_HasNoScoreAndLeavesTheSum()
    {
        var allowed = new NotApplicableRule(QuestionnaireBuilder.Text("when"), null);
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1").Ask("USR-1", notApplicable: allowed).Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(("AVA-1", 3), ("USR-1", "-")), ScoringMode.Submission);

        Assert.Null(Category(card, "users").Readiness);
        Assert.Equal(80, card.Readiness);
    }

    [Fact]
    public void Readiness_PartialCard_LeavesOutWhatIsUnanswered()
    {
        var card = Scorer.Score(ThreeAndOne, Sheet.Of(("AVA-1", 4)), ScoringMode.Partial);

        Assert.Equal(100, card.Readiness);
        Assert.Equal(3m / 14, card.Coverage, 15);
        Assert.Equal(QuestionState.Unanswered, card.States["AVA-2"]);
    }

    [Fact]
    public void Readiness_Submission_CountsWhatIsUnansweredAsUnknown()
    {
        var card = Score(Sheet.Of(("AVA-1", 4)));

        Assert.Equal(QuestionState.Unknown, card.States["AVA-2"]);
        Assert.Equal(100m * 3 / 10 * 3 / 4, card.Readiness);
    }

    [Fact]
    public void Readiness_NothingAsked_IsNone()
    {
        var card = Scorer.Score(ThreeAndOne, Sheet.Of(), ScoringMode.Partial);

        Assert.Null(card.Readiness);
        Assert.Equal(0, card.Coverage);
    }

    [Fact]
    public void Contributions_SumToWhatIsMissingAndLargestFirst()
    {
        var card = Score(Sheet.Of(("AVA-1", 1), ("AVA-2", 2), ("AVA-3", "?"), ("USR-1", 3)));

        Assert.Equal(100 - card.Readiness!.Value, card.Contributions.Sum(contribution => contribution.Lost), 15);
        Assert.Equal(card.Contributions.Select(contribution => contribution.Lost).OrderDescending(), card.Contributions.Select(contribution => contribution.Lost));
        Assert.Equal(0.75m * 5 * 50 / 10, card.Contributions.Single(contribution => contribution.QuestionId == "AVA-2").Lost);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    public void Score_LevelOutsideTheScale_Throws(int high, int ok)
    {
        var sheet = Sheet.Of(("AVA-1", high == 0 ? -1 : high), ("AVA-2", ok));

        Assert.Throws<ArgumentOutOfRangeException>(() => Score(sheet));
    }

    private static ScoreCard Score(AnswerSheet sheet) => Scorer.Score(ThreeAndOneWithSetAside(), sheet, ScoringMode.Submission);

    private static Questionnaire ThreeAndOneWithSetAside() => new QuestionnaireBuilder()
        .Ask("AVA-1", weight: 3).Ask("AVA-2", weight: 5).Ask("AVA-3", weight: 2)
        .Ask("USR-1", weight: 4, notApplicable: new NotApplicableRule(QuestionnaireBuilder.Text("when"), null))
        .Build();

    private static CategoryScore Category(ScoreCard card, string id) => card.Categories.Single(category => category.CategoryId == id);
}
