using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Assessments;

public sealed class ReleaseTests
{
    private static readonly Questionnaire Questionnaire = new QuestionnaireBuilder().Ask("AVA-1").Build();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Release_WithoutAName_Throws(string name) =>
        Assert.Throws<ArgumentException>(() => new Release(name, default, AssessmentForm.Full, Context(1)));

    [Fact]
    public void Release_NameIsTrimmedBeforeItIsMeasured()
    {
        var name = new string('1', Release.MaxNameLength);

        Assert.Equal(name, new Release($"  {name} ", default, AssessmentForm.Full, Context(1)).Name);
        Assert.Throws<ArgumentException>(() => new Release(name + "1", default, AssessmentForm.Full, Context(1)));
    }

    [Fact]
    public void Prefilled_DropsWhatMayNotBeTakenOver()
    {
        var context = Context(2).Prefilled(Questionnaire);

        Assert.Equal(2, context.Level("CTX-1"));
        Assert.False(context.IsAnswered("CTX-9"));
        Assert.Equal(["CTX-9"], context.Missing(Questionnaire));
    }

    private static ReleaseContext Context(int level) =>
        Sheet.Context(["none"], [.. Enumerable.Range(1, 8).Select(number => ($"CTX-{number}", level))]);
}
