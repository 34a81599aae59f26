using CsCheck;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.History;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.History;

public sealed class ComparerTests
{
    private static readonly Questionnaire TwoCategories = new QuestionnaireBuilder()
        .Ask("AVA-1", weight: 2).Ask("AVA-2").Ask("AVA-3")
        .Ask("USR-1").Ask("USR-2").Ask("USR-3")
        .Build();

    [Fact]
    public void Compare_OneAnswerRaised_ItsGainIsTheWholeChange()
    {
        var before = Scored(TwoCategories, All(2));
        var now = Scored(TwoCategories, All(2, ("AVA-1", 4)));

        var comparison = Comparer.Compare(TwoCategories, before, now);

        // 2 of 4 weights of one of two categories, from 50 to 100 hundredths.
        Assert.Equal(12.5m, comparison.Change);
        var moved = Assert.Single(comparison.Questions);
        Assert.Equal("AVA-1", moved.QuestionId);
        Assert.Equal(12.5m, moved.Gain);
        Assert.Equal(new Standing(QuestionState.Level, 2), moved.Before);
        Assert.Equal(new Standing(QuestionState.Level, 4), moved.Now);
    }

    [Fact]
    public void Compare_OneAnswerRaised_OnlyItsCategoryMoves()
    {
        var comparison = Comparer.Compare(TwoCategories, Scored(TwoCategories, All(2)), Scored(TwoCategories, All(2, ("AVA-1", 4))));

        Assert.Equal(["availability", "users"], comparison.Categories.Select(category => category.CategoryId));
        Assert.Equal([25m, 0m], comparison.Categories.Select(category => category.Change!.Value));
        Assert.Equal([12.5m, 0m], comparison.Categories.Select(category => category.Gain));
    }

    [Fact]
    public void Compare_SameAnswers_NothingMoved()
    {
        var comparison = Comparer.Compare(TwoCategories, Scored(TwoCategories, All(3)), Scored(TwoCategories, All(3)));

        Assert.Equal(0m, comparison.Change);
        Assert.Empty(comparison.Questions);
        Assert.Empty(comparison.LowerContext);
        Assert.False(comparison.QuestionnaireDiffers);
        Assert.Null(comparison.Split);
    }

    [Fact]
    public void Compare_AnswerSetAside_SharesOfTheOthersAreToldApart()
    {
        var rule = new NotApplicableRule(QuestionnaireBuilder.Text("never"), null);
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", notApplicable: rule).Ask("AVA-2").Ask("AVA-3").Build();
        var before = Scored(questionnaire, Sheet.Of(("AVA-1", 0), ("AVA-2", 2), ("AVA-3", 4)));
        var now = Scored(questionnaire, Sheet.Of(("AVA-1", "-"), ("AVA-2", 2), ("AVA-3", 4)));

        var comparison = Comparer.Compare(questionnaire, before, now);

        Assert.Equal("AVA-1", Assert.Single(comparison.Moved).QuestionId);
        Assert.True(comparison.Reweighted < 0);
        Assert.Equal(Round(comparison.Change), Round(comparison.Moved.Sum(question => question.Gain) + comparison.Reweighted));
    }

    [Fact]
    public void Compare_AnyTwoSheets_GainsExplainTheChangeExactly() =>
        (from first in Generate.Case(6)
         from levels in Gen.Int[-1, 4].Array[6]
         select (first.Questionnaire, first.Sheet, levels)).Sample(input =>
         {
             var other = input.Sheet with
             {
                 Answers = input.Questionnaire.Questions.ToDictionary(
                     question => question.Id,
                     question => input.levels[question.Order] < 0 ? Answer.DontKnow : new Answer.AtLevel(input.levels[question.Order])),
             };

             var comparison = Comparer.Compare(
                 input.Questionnaire, Scored(input.Questionnaire, input.Sheet), Scored(input.Questionnaire, other));

             return Round(comparison.Questions.Sum(question => question.Gain)) == Round(comparison.Change)
                 && Round(comparison.Categories.Sum(category => category.Gain)) == Round(comparison.Change);
         });

    [Fact]
    public void Compare_LargestMovementComesFirst()
    {
        var before = Scored(TwoCategories, All(2));
        var now = Scored(TwoCategories, All(2, ("USR-1", 1), ("AVA-1", 4)));

        Assert.Equal(["AVA-1", "USR-1"], Comparer.Compare(TwoCategories, before, now).Questions.Select(question => question.QuestionId));
    }

    [Fact]
    public void Compare_NothingAskedBefore_HasNoChange()
    {
        var rule = new NotApplicableRule(QuestionnaireBuilder.Text("never"), null);
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", notApplicable: rule).Build();

        var comparison = Comparer.Compare(
            questionnaire, Scored(questionnaire, Sheet.Of(("AVA-1", "-"))), Scored(questionnaire, Sheet.Of(("AVA-1", 3))));

        Assert.Null(comparison.Change);
        Assert.Null(Assert.Single(comparison.Categories).Change);
        Assert.Equal(80m, comparison.ReadinessNow);
    }

    internal static ScoredSheet Scored(Questionnaire questionnaire, AnswerSheet sheet) =>
        new(sheet, Scorer.Score(questionnaire, sheet, ScoringMode.Submission));

    private static AnswerSheet All(int level, params (string Id, int Level)[] others) => Sheet.Of(
    [
        .. TwoCategories.Questions.Select(question => (question.Id, (object)others
            .Where(other => other.Id == question.Id)
            .Select(other => other.Level)
            .DefaultIfEmpty(level)
            .First())),
    ]);

    private static decimal? Round(decimal? value) => value is { } number ? Math.Round(number, 15) : null;
}
