using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class WhatIfTests
{
    private static readonly Questionnaire Questionnaire = new QuestionnaireBuilder()
        .Ask("AVA-1").Ask("AVA-2").Ask("USR-1", visibleWhen: new Condition.AtLeast("CTX-3", 3)).Build();

    private static readonly AnswerSheet Today = Sheet.Of(AssessmentForm.Full, Sheet.Context(("CTX-1", 1), ("CTX-3", 1)), ("AVA-1", 1), ("AVA-2", 4));

    [Fact]
    public void Text_IsReadAndWrittenTheSame()
    {
        var read = WhatIf.Read("AVA-2:unknown,AVA-1:3", Questionnaire, Today);

        Assert.Equal(new Answer.AtLevel(3), read.Changes["AVA-1"]);
        Assert.Equal(Answer.DontKnow, read.Changes["AVA-2"]);
        Assert.Equal("AVA-1:3,AVA-2:unknown", read.ToString());
        Assert.Empty(read.Ignored);
    }

    [Theory]
    [InlineData("AVA-9:3")]
    [InlineData("AVA-1:5")]
    [InlineData("AVA-1:-1")]
    [InlineData("AVA-1:3:4")]
    [InlineData("AVA-1")]
    [InlineData("<script>")]
    [InlineData("USR-1:3")]
    public void WhatIsNotUnderstood_IsNamedAndChangesNothing(string text)
    {
        var read = WhatIf.Read(text, Questionnaire, Today);

        Assert.Equal([text], read.Ignored);
        Assert.Empty(read.Changes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("AVA-1:1,AVA-2:4")]
    public void NothingOrTheAnswersOfToday_ChangeNothing(string? text)
    {
        var read = WhatIf.Read(text, Questionnaire, Today);

        Assert.Empty(read.Changes);
        Assert.Empty(read.Ignored);
        Assert.Equal("", read.ToString());
    }

    [Fact]
    public void Changes_AreScoredAndTheSheetStaysAsItIs()
    {
        var changed = WhatIf.Nothing.With("AVA-1", new Answer.AtLevel(4), Today);

        Assert.Equal(100, Scorer.Score(Questionnaire, changed.On(Today), ScoringMode.Submission).Readiness);
        Assert.Equal(new Answer.AtLevel(1), Today["AVA-1"]);
        Assert.Empty(changed.With("AVA-1", new Answer.AtLevel(1), Today).Changes);
        Assert.Empty(changed.Without("AVA-1").Changes);
    }

    [Fact]
    public void ShortestPath_Taken_ReachesGo()
    {
        var path = Assert.IsType<ShortestPath.Found>(Advisor.ShortestPathToGo(Questionnaire, Today, ScoringMode.Submission));

        var card = Scorer.Score(Questionnaire, WhatIf.Of(path.Steps).On(Today), ScoringMode.Submission);

        Assert.Equal(Verdict.Go, card.Verdict);
        Assert.Equal(path.Readiness, card.Readiness);
    }
}
