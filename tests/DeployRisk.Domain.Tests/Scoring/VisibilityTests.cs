using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Scoring;

public sealed class VisibilityTests
{
    private static readonly Condition Critical = new Condition.AtLeast("CTX-1", 2);

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    [InlineData(null, true)] // hidden only once every context question it reads is answered
    public void Question_VisibleWhen_ReadsTheContext(int? criticality, bool shown)
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", visibleWhen: Critical).Build();
        var context = criticality is { } level ? Sheet.Context(("CTX-1", level)) : Sheet.Context();

        Assert.Equal(shown, Visibility.ShownQuestions(questionnaire, AssessmentForm.Full, context).Count == 1);
    }

    [Fact]
    public void WhyNotApplicableIsRefused_NamesOnlyWhatHolds()
    {
        var important = new Condition.Any([new Condition.AtLeast("CTX-1", 3), new Condition.AtLeast("CTX-2", 3)]);
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", notApplicable: new NotApplicableRule(QuestionnaireBuilder.Text("never"), new Condition.Any([new Condition.Includes("CTX-9", "data"), important])))
            .Build();
        Condition? Why(params (string, int)[] levels) =>
            Visibility.WhyNotApplicableIsRefused(questionnaire, questionnaire.Questions[0], Sheet.Of(Sheet.Context(levels)));

        Assert.Null(Why(("CTX-1", 2), ("CTX-2", 2)));
        Assert.Equal(new Condition.AtLeast("CTX-2", 3), Why(("CTX-1", 2), ("CTX-2", 3)));
        Assert.Equal(["CTX-1", "CTX-2"], Why(("CTX-1", 3), ("CTX-2", 4))!.Reads());
    }

    [Fact]
    public void Question_EmptyMultipleChoice_IsUnanswered()
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", visibleWhen: new Condition.Includes("CTX-9", "data")).Build();

        Assert.Single(Visibility.ShownQuestions(questionnaire, AssessmentForm.Full, Sheet.Context()));
        Assert.Empty(Visibility.ShownQuestions(questionnaire, AssessmentForm.Full, Sheet.Context(["none"])));
    }

    [Theory]
    [InlineData(ScoringMode.Partial, QuestionState.Level)]
    [InlineData(ScoringMode.Submission, QuestionState.Hidden)]
    public void Question_AnsweredAndHidden_StaysInAPartialCardOnly(ScoringMode mode, QuestionState state)
    {
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", visibleWhen: Critical).Ask("AVA-2").Build();

        var card = Scorer.Score(questionnaire, Sheet.Of(Sheet.Context(("CTX-1", 0)), ("AVA-1", 3), ("AVA-2", 3)), mode);

        Assert.Equal(state != QuestionState.Hidden, card.Shows("AVA-1"));
        Assert.True(card.Shows("AVA-2"));
        Assert.False(card.Shows("AVA-3"));

        Assert.Equal(state, card.States["AVA-1"]);
    }

    [Fact]
    public void ShortForm_HoldsCoreAndWhatCanOpenAGateHere()
    {
        var otherAnswer = new Condition.AtLeast("AVA-1", 3);
        var questionnaire = new QuestionnaireBuilder()
            .Ask("AVA-1", core: true)
            .Ask("AVA-2", core: false)
            .Ask("AVA-3", core: false, gates: [QuestionnaireBuilder.Gate(0, GateEffect.Hard, Critical)])
            .Ask("AVA-4", core: false, gates: [QuestionnaireBuilder.Gate(0, GateEffect.Warning)])
            .Ask("AVA-5", core: false, gates: [QuestionnaireBuilder.Gate(0, GateEffect.Conditional, new Condition.Not(otherAnswer))])
            .Ask("AVA-6", core: false, gates: [QuestionnaireBuilder.Gate(0, GateEffect.Conditional, new Condition.All([otherAnswer, Critical]))])
            .Build();

        Assert.Equal(["AVA-1", "AVA-3", "AVA-5", "AVA-6"], ShortForm(2));
        Assert.Equal(["AVA-1", "AVA-5"], ShortForm(1));

        IEnumerable<string> ShortForm(int criticality) =>
            Visibility.ShownQuestions(questionnaire, AssessmentForm.Short, Sheet.Context(("CTX-1", criticality))).Select(question => question.Id);
    }

    [Fact]
    public void NotApplicable_RefusedByTheContext_CountsAsUnanswered()
    {
        var rule = new NotApplicableRule(QuestionnaireBuilder.Text("when"), Critical);
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", notApplicable: rule).Ask("AVA-2").Build();
        var harmless = Sheet.Of(Sheet.Context(("CTX-1", 1)), ("AVA-1", "-"), ("AVA-2", 3));
        var critical = harmless with { Context = Sheet.Context(("CTX-1", 2)) };

        Assert.Equal(QuestionState.NotApplicable, Scorer.Score(questionnaire, harmless, ScoringMode.Partial).States["AVA-1"]);
        Assert.Equal(QuestionState.Unanswered, Scorer.Score(questionnaire, critical, ScoringMode.Partial).States["AVA-1"]);
        Assert.Equal(QuestionState.Unknown, Scorer.Score(questionnaire, critical, ScoringMode.Submission).States["AVA-1"]);
        Assert.True(Visibility.MayBeNotApplicable(questionnaire, questionnaire.Question("AVA-1"), harmless));
        Assert.False(Visibility.MayBeNotApplicable(questionnaire, questionnaire.Question("AVA-1"), critical));
        Assert.False(Visibility.MayBeNotApplicable(questionnaire, questionnaire.Question("AVA-2"), harmless));
    }

    [Fact]
    public void NotApplicable_RefusedByAnotherAnswer_CountsAsUnanswered()
    {
        var rule = new NotApplicableRule(QuestionnaireBuilder.Text("when"), new Condition.Not(new Condition.AtLeast("AVA-2", 3)));
        var questionnaire = new QuestionnaireBuilder().Ask("AVA-1", notApplicable: rule).Ask("AVA-2").Build();

        Assert.Equal(QuestionState.NotApplicable, State(3));
        Assert.Equal(QuestionState.Unanswered, State(2));

        QuestionState State(int level) =>
            Scorer.Score(questionnaire, Sheet.Of(("AVA-1", "-"), ("AVA-2", level)), ScoringMode.Partial).States["AVA-1"];
    }
}
