using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.History;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.History;

public sealed class VersionSplitTests
{
    private static readonly Questionnaire Old = Version("1", new QuestionnaireBuilder().Ask("AVA-1").Ask("AVA-2").Ask("AVA-3"));

    [Fact]
    public void Split_WeightsChangedAndAnswersDidNot_TheQuestionnaireIsTheReason()
    {
        var heavier = Version("2", new QuestionnaireBuilder().Ask("AVA-1", weight: 2).Ask("AVA-2").Ask("AVA-3"));
        var sheet = Sheet.Of(("AVA-1", 4), ("AVA-2", 2), ("AVA-3", 0));

        var comparison = Compare(heavier, sheet, sheet);

        // (100 + 50 + 0) / 3 = 50 with the old weights, (200 + 50 + 0) / 4 = 62.5 with the new ones.
        Assert.True(comparison.QuestionnaireDiffers);
        Assert.Equal(new VersionSplit(0m, 12.5m), comparison.Split);
    }

    [Fact]
    public void Split_AnswersAndWeightsChanged_ThePartsSumToTheChange()
    {
        var heavier = Version("2", new QuestionnaireBuilder().Ask("AVA-1", weight: 2).Ask("AVA-2").Ask("AVA-3"));

        var comparison = Compare(
            heavier,
            Sheet.Of(("AVA-1", 2), ("AVA-2", 2), ("AVA-3", 0)),
            Sheet.Of(("AVA-1", 4), ("AVA-2", 2), ("AVA-3", 0)));

        // The new weights give the old answers (100 + 50) / 4 = 37.5 and the new ones 62.5.
        Assert.Equal(25m, comparison.Split!.AnswersChanged);
        Assert.Equal(comparison.Change, comparison.Split.AnswersChanged + comparison.Split.QuestionnaireChanged);
    }

    [Fact]
    public void Split_NewQuestionAnsweredBadly_IsNotHeldAgainstTheAnswers()
    {
        var longer = Version("2", new QuestionnaireBuilder().Ask("AVA-1").Ask("AVA-2").Ask("AVA-3").Ask("AVA-4"));
        var before = Sheet.Of(("AVA-1", 4), ("AVA-2", 4), ("AVA-3", 4));
        var now = Sheet.Of(("AVA-1", 4), ("AVA-2", 4), ("AVA-3", 4), ("AVA-4", 0));

        var comparison = Compare(longer, before, now);

        Assert.Equal(new VersionSplit(0m, -25m), comparison.Split);
        Assert.Equal(["AVA-4"], comparison.OnlyNow);
        Assert.Empty(comparison.OnlyBefore);
    }

    [Fact]
    public void Split_QuestionDropped_IsListedAndExplained()
    {
        var shorter = Version("2", new QuestionnaireBuilder().Ask("AVA-1").Ask("AVA-2"));
        var before = Sheet.Of(("AVA-1", 4), ("AVA-2", 4), ("AVA-3", 0));
        var now = Sheet.Of(("AVA-1", 4), ("AVA-2", 4));

        var comparison = Compare(shorter, before, now);

        Assert.Equal(["AVA-3"], comparison.OnlyBefore);
        Assert.Null(Assert.Single(comparison.Moved).Now);
        Assert.Equal(0m, comparison.Split!.AnswersChanged);
    }

    [Fact]
    public void Split_NewerVersionNotAtHand_IsLeftOutAndTheChangeStays()
    {
        var newer = Version("2", new QuestionnaireBuilder().Ask("AVA-1", weight: 2).Ask("AVA-2").Ask("AVA-3"));
        var sheet = Sheet.Of(("AVA-1", 4), ("AVA-2", 2), ("AVA-3", 0));
        var third = Version("3", new QuestionnaireBuilder().Ask("AVA-1").Ask("AVA-2").Ask("AVA-3"));

        var comparison = Comparer.Compare(third, ComparerTests.Scored(Old, sheet), ComparerTests.Scored(newer, sheet));

        Assert.True(comparison.QuestionnaireDiffers);
        Assert.Null(comparison.Split);
        Assert.Equal(12.5m, comparison.Change);
    }

    private static Comparison Compare(Questionnaire now, AnswerSheet before, AnswerSheet today) =>
        Comparer.Compare(now, ComparerTests.Scored(Old, before), ComparerTests.Scored(now, today));

    private static Questionnaire Version(string version, QuestionnaireBuilder builder)
    {
        var built = builder.Build();
        return new Questionnaire(
            built.Id, version, version.PadLeft(64, '0'), built.Title, built.Description, built.Rules, built.Context, [], [], built.Categories);
    }
}
