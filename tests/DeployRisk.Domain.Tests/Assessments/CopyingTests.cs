using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Assessments;

public sealed class CopyingTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Nine.AddDays(30);
    private static readonly UserId Ada = UserId.New(Nine);
    private static readonly UserId Bob = UserId.New(Nine);
    private static readonly Questionnaire Questionnaire = new QuestionnaireBuilder()
        .Ask("AVA-1", notApplicable: new NotApplicableRule(QuestionnaireBuilder.Text("never"), new Condition.AtLeast("CTX-1", 3)))
        .Ask("AVA-2").Ask("USR-1").Ask("USR-2").Build();

    [Fact]
    public void CopiedAnswer_CountsAsUnansweredUntilConfirmed()
    {
        var assessment = Copied(("AVA-2", new Answer.AtLevel(3)));

        Assert.Equal(Answer.None, assessment.Sheet["AVA-2"]);
        Assert.Equal(["AVA-1", "AVA-2", "USR-1", "USR-2"], assessment.Unanswered(Questionnaire));
        Assert.Equal(["AVA-2"], assessment.ToConfirm(Questionnaire));
        Assert.Equal("1.4.0", assessment.CopiedFrom!.Release);

        Assert.IsType<EditOutcome.Saved>(assessment.Confirm(Questionnaire, ["AVA-2"], Bob, Later));

        Assert.Equal(new Answer.AtLevel(3), assessment.Sheet["AVA-2"]);
        Assert.Equal(new Moment(Bob, Later), assessment.Entries["AVA-2"].Given);
        Assert.Equal(AnswerOrigin.Person, assessment.Entries["AVA-2"].Origin);
    }

    [Fact]
    public void NotApplicable_ThatThisContextRefuses_IsNotCopied()
    {
        var from = Start("1.4.0");
        from.SetAnswer(Questionnaire, "AVA-1", new Answer.NotApplicable("Nobody uses it"), Ada, Nine);
        from.SetAnswer(Questionnaire, "AVA-2", new Answer.AtLevel(3), Ada, Nine);
        Submit(from);
        var (same, critical) = (Start("1.5.0"), Start("1.5.0", criticality: 3));

        same.CopyAnswers(Questionnaire, from, Later);
        critical.CopyAnswers(Questionnaire, from, Later);

        Assert.Equal(["AVA-1", "AVA-2"], same.ToConfirm(Questionnaire));
        Assert.Equal(["AVA-2"], critical.ToConfirm(Questionnaire));
    }

    [Fact]
    public void Unknown_IsNotCopied() =>
        Assert.Empty(Copied(("AVA-2", Answer.DontKnow)).ToConfirm(Questionnaire));

    [Fact]
    public void Copy_TakesNoteAndEvidenceAlong_AndLeavesWhatIsAnsweredAlone()
    {
        var from = Start("1.4.0");
        from.SetAnswer(Questionnaire, "AVA-2", new Answer.AtLevel(3), Ada, Nine);
        from.ChangeNote(Questionnaire, "AVA-2", "tested in May", Ada, Nine);
        from.ChangeEvidence(Questionnaire, "AVA-2", ["https://example.com"], Ada, Nine);
        from.SetAnswer(Questionnaire, "USR-1", new Answer.AtLevel(4), Ada, Nine);
        Submit(from);
        var assessment = Start("1.5.0");
        assessment.SetAnswer(Questionnaire, "USR-1", new Answer.AtLevel(1), Bob, Later);

        assessment.CopyAnswers(Questionnaire, from, Later);

        Assert.Equal("tested in May", assessment.Entries["AVA-2"].Note);
        Assert.Equal(["https://example.com"], assessment.Entries["AVA-2"].Evidence);
        Assert.Equal(new Answer.AtLevel(1), assessment.Sheet["USR-1"]);
        Assert.Equal(["AVA-2"], assessment.ToConfirm(Questionnaire));
    }

    [Fact]
    public void AnsweringOtherwise_ReplacesTheCopiedAnswer()
    {
        var assessment = Copied(("AVA-2", new Answer.AtLevel(3)));

        assessment.SetAnswer(Questionnaire, "AVA-2", new Answer.AtLevel(1), Bob, Later);

        Assert.Equal(new Answer.AtLevel(1), assessment.Sheet["AVA-2"]);
        Assert.Empty(assessment.ToConfirm(Questionnaire));
    }

    [Fact]
    public void NotApplicable_ThatTheContextRefusesByNow_IsNotConfirmed()
    {
        var from = Start("1.4.0");
        from.SetAnswer(Questionnaire, "AVA-1", new Answer.NotApplicable("nobody uses it"), Ada, Nine);
        Submit(from);
        var assessment = Start("1.5.0", criticality: 4);
        assessment.CopyAnswers(Questionnaire, from, Later);

        assessment.Confirm(Questionnaire, ["AVA-1", "AVA-2"], Bob, Later);

        Assert.Equal(["AVA-1", "AVA-2", "USR-1", "USR-2"], assessment.Unanswered(Questionnaire));
    }

    [Fact]
    public void Submission_WithCopiedAnswersToConfirm_IsRefused()
    {
        var assessment = Copied(("AVA-1", new Answer.AtLevel(3)), ("AVA-2", new Answer.AtLevel(3)), ("USR-1", new Answer.AtLevel(3)), ("USR-2", new Answer.AtLevel(3)));

        var refused = Assert.IsType<SubmitOutcome.Refused>(assessment.Submit(Questionnaire, Ada, Later));

        Assert.IsType<Refusal.StillUnanswered>(refused.Why);
    }

    [Fact]
    public void Copy_OfADraft_Throws() =>
        Assert.Throws<ArgumentException>(() => Start("1.5.0").CopyAnswers(Questionnaire, Start("1.4.0"), Later));

    private static Assessment Copied(params (string Id, Answer Answer)[] answers)
    {
        var from = Start("1.4.0");
        foreach (var (id, answer) in answers)
        {
            from.SetAnswer(Questionnaire, id, answer, Ada, Nine);
        }

        Submit(from);
        var assessment = Start("1.5.0");
        Assert.IsType<EditOutcome.Saved>(assessment.CopyAnswers(Questionnaire, from, Later));
        return assessment;
    }

    private static void Submit(Assessment assessment)
    {
        assessment.MarkRestUnknown(Questionnaire, Ada, Nine);
        Assert.IsType<SubmitOutcome.Submitted>(assessment.Submit(Questionnaire, Ada, Nine));
    }

    private static Assessment Start(string name, int criticality = 1)
    {
        var context = new ReleaseContext(
            Questionnaire.Context.Where(question => question.Kind == ContextQuestionKind.Level).ToDictionary(question => question.Id, question => question.Id == "CTX-1" ? criticality : 1),
            Questionnaire.Context.Where(question => question.Kind != ContextQuestionKind.Level).ToDictionary(question => question.Id, IReadOnlyList<string> (question) => [question.Options[0].Id]));
        return Assessment.Start(
            AssessmentId.New(Nine), ProductId.New(Nine), Questionnaire, new Release(name, new DateOnly(2026, 3, 3), AssessmentForm.Full, context), Ada, Nine);
    }
}
