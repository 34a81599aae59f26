using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.History;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.History;

public sealed class LowerContextTests
{
    private static readonly Questionnaire Conditional = new QuestionnaireBuilder()
        .Ask("AVA-1")
        .Ask("AVA-2", visibleWhen: new Condition.AtLeast("CTX-5", 3))
        .Ask("AVA-3", visibleWhen: new Condition.Includes("CTX-9", "data"))
        .Ask("USR-1", visibleWhen: new Condition.Any([new Condition.AtLeast("CTX-5", 3), new Condition.AtLeast("CTX-6", 3)]))
        .Build();

    [Fact]
    public void LowerContext_LevelFell_NamesTheQuestionsItHid()
    {
        var lower = Assert.Single(Compare(Sheet.Context(["none"], ("CTX-5", 3), ("CTX-6", 0)), Sheet.Context(["none"], ("CTX-5", 1), ("CTX-6", 0))));

        Assert.Equal("CTX-5", lower.ContextId);
        Assert.Equal(["3"], lower.Before);
        Assert.Equal(["1"], lower.Now);
        Assert.Equal(["AVA-2", "USR-1"], lower.Hidden);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void LowerContext_LevelStayedOrRose_IsNotNamed(int before, int now) =>
        Assert.Empty(Compare(Sheet.Context(["none"], ("CTX-5", before)), Sheet.Context(["none"], ("CTX-5", now))));

    [Fact]
    public void LowerContext_LowerButNothingHidden_IsStillNamed() =>
        Assert.Empty(Assert.Single(Compare(Sheet.Context(["none"], ("CTX-5", 2)), Sheet.Context(["none"], ("CTX-5", 0)))).Hidden);

    [Fact]
    public void LowerContext_OptionDropped_NamesOptionAndQuestions()
    {
        var lower = Assert.Single(Compare(Sheet.Context(["data", "money"], ("CTX-5", 0)), Sheet.Context(["money"], ("CTX-5", 0))));

        Assert.Equal("CTX-9", lower.ContextId);
        Assert.Equal(["data"], lower.Before);
        Assert.Equal(["money"], lower.Now);
        Assert.Equal(["AVA-3"], lower.Hidden);
    }

    [Fact]
    public void LowerContext_NoneOfTheseGivenUp_IsNotLower() =>
        Assert.Empty(Compare(Sheet.Context(["none"], ("CTX-5", 0)), Sheet.Context(["data"], ("CTX-5", 0))));

    [Fact]
    public void LowerContext_TwoAnswersHidItTogether_BothNameIt()
    {
        var lower = Compare(
            Sheet.Context(["none"], ("CTX-5", 3), ("CTX-6", 3)),
            Sheet.Context(["none"], ("CTX-5", 0), ("CTX-6", 0)));

        Assert.Equal(["CTX-5", "CTX-6"], lower.Select(context => context.ContextId));
        Assert.All(lower, context => Assert.Contains("USR-1", context.Hidden));
    }

    [Fact]
    public void LowerContext_HiddenByTheShortForm_IsNotBlamedOnTheContext()
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1").Ask("AVA-2", core: false).Build();
        var before = Sheet.Of(AssessmentForm.Full, Sheet.Context(["none"], ("CTX-5", 3)), ("AVA-1", 3), ("AVA-2", 3));
        var now = Sheet.Of(AssessmentForm.Short, Sheet.Context(["none"], ("CTX-5", 0)), ("AVA-1", 3));

        var comparison = Comparer.Compare(
            questionnaire, ComparerTests.Scored(questionnaire, before), ComparerTests.Scored(questionnaire, now));

        Assert.Empty(Assert.Single(comparison.LowerContext).Hidden);
    }

    private static IReadOnlyList<LowerContext> Compare(ReleaseContext before, ReleaseContext now) => Comparer.Compare(
        Conditional,
        ComparerTests.Scored(Conditional, new AnswerSheet(AssessmentForm.Full, before, new Dictionary<string, Answer>())),
        ComparerTests.Scored(Conditional, new AnswerSheet(AssessmentForm.Full, now, new Dictionary<string, Answer>()))).LowerContext;
}
