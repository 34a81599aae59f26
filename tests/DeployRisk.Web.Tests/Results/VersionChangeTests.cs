using Bunit;
using DeployRisk.Domain.History;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Features.Results;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Results;

public sealed class VersionChangeTests : BunitContext
{
    private static readonly Comparison OtherVersion = new()
    {
        VerdictBefore = Verdict.Conditional,
        VerdictNow = Verdict.Go,
        ReadinessBefore = 60,
        ReadinessNow = 72,
        Categories = [],
        Questions = [],
        LowerContext = [],
        QuestionnaireDiffers = true,
        Split = new VersionSplit(14.5m, -2.5m),
        OnlyBefore = ["OLD-1"],
        OnlyNow = ["AVA-1", "AVA-2"],
    };

    public VersionChangeTests() => Services.AddLocalization();

    [Fact]
    public void Split_SaysWhatComesFromAnswersAndWhatFromTheQuestionnaire()
    {
        var parts = Change(OtherVersion).FindAll(".split > div").Select(part => (part.Children[0].Words(), part.Children[1].Words()));

        Assert.Equal([("Other answers", "+14.5"), ("Another questionnaire", "−2.5")], parts);
    }

    [Fact]
    public void QuestionsOfOneVersion_StandWithTheirTexts()
    {
        var lists = Change(OtherVersion).FindAll(".only");

        Assert.Equal(2, lists.Count);
        Assert.Contains(BuiltIn.Questionnaire.Question("AVA-2").Text.En, lists[0].Words(), StringComparison.Ordinal);
        Assert.Contains("OLD-1 Its text is no longer in the questionnaire.", lists[1].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoSplit_SaysThatFiguresCompareRoughly()
    {
        var change = Change(OtherVersion with { Split = null, OnlyBefore = [], OnlyNow = [] });

        Assert.Empty(change.FindAll(".split, .only"));
        Assert.Contains("only roughly", change.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<VersionChange> Change(Comparison comparison) => Render<VersionChange>(parameters => parameters
        .Add(change => change.Comparison, comparison)
        .AddCascadingValue(new Wording(BuiltIn.Questionnaire, Language.English)));
}
