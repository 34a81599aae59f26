using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Assessments;

public sealed class AssessmentTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly UserId Ada = UserId.New(Nine);
    private static readonly UserId Bob = UserId.New(Nine);

    private static readonly Questionnaire Questionnaire = new QuestionnaireBuilder()
        .Ask("AVA-1", notApplicable: new NotApplicableRule(QuestionnaireBuilder.Text("never"), new Condition.AtLeast("CTX-1", 3)))
        .Ask("AVA-2", visibleWhen: new Condition.AtLeast("CTX-3", 3))
        .Ask("USR-1", core: false)
        .Build();

    [Fact]
    public void NewAssessment_IsADraftOfWhoStartedIt()
    {
        var assessment = Draft();

        Assert.Equal(AssessmentState.Draft, assessment.State);
        Assert.Equal(new Moment(Ada, Nine), assessment.Started);
        Assert.Empty(assessment.Entries);
    }

    [Theory]
    [InlineData("CTX-1", 5)]
    [InlineData("CTX-1", -1)]
    [InlineData("CTX-99", 1)]
    [InlineData("CTX-9", 1)]
    public void ContextThatNoPageOffers_Throws(string id, int level) =>
        Assert.Throws<ArgumentException>(() => Draft(Context(1) with { Levels = new Dictionary<string, int> { [id] = level } }));

    [Theory]
    [InlineData("data", "none")]
    [InlineData("water")]
    public void ChoiceThatNoPageOffers_Throws(params string[] chosen) =>
        Assert.Throws<ArgumentException>(() => Draft(Context(1) with { Choices = new Dictionary<string, IReadOnlyList<string>> { ["CTX-9"] = chosen } }));

    [Fact]
    public void Answer_IsKeptWithWhoAndWhen()
    {
        var assessment = Draft();

        var outcome = assessment.SetAnswer(Questionnaire, "AVA-1", new Answer.AtLevel(2), Bob, Nine.AddMinutes(1));

        Assert.Equal(new EditOutcome.Saved(Nine.AddMinutes(1)), outcome);
        var entry = assessment.Entries["AVA-1"];
        Assert.Equal(new Answer.AtLevel(2), entry.Answer);
        Assert.Equal(new Moment(Bob, Nine.AddMinutes(1)), entry.Given);
        Assert.Equal(AnswerOrigin.Person, entry.Origin);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void LevelOutsideTheScale_Throws(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Draft().SetAnswer(Questionnaire, "AVA-1", new Answer.AtLevel(level), Ada, Nine));

    [Fact]
    public void UnknownQuestion_Throws() =>
        Assert.Throws<ArgumentException>(() => Draft().SetAnswer(Questionnaire, "XXX-1", Answer.DontKnow, Ada, Nine));

    [Fact]
    public void NotApplicable_WithoutAReason_IsRefused() =>
        Assert.Equal(Refused(new Refusal.ReasonMissing()), Draft().SetAnswer(Questionnaire, "AVA-1", new Answer.NotApplicable(" "), Ada, Nine));

    [Fact]
    public void NotApplicable_WithTooLongAReason_IsRefused()
    {
        var reason = new string('x', Answer.NotApplicable.MaxReasonLength + 1);

        var outcome = Draft().SetAnswer(Questionnaire, "AVA-1", new Answer.NotApplicable(reason), Ada, Nine);

        Assert.Equal(Refused(new Refusal.TooLong(Answer.NotApplicable.MaxReasonLength)), outcome);
    }

    [Fact]
    public void NotApplicable_WhereTheQuestionDoesNotAllowIt_IsRefused() =>
        Assert.Equal(Refused(new Refusal.NotApplicableRefused()), Draft().SetAnswer(Questionnaire, "USR-1", new Answer.NotApplicable("why"), Ada, Nine));

    [Fact]
    public void NotApplicable_WhereTheContextRefusesIt_IsRefused() =>
        Assert.Equal(Refused(new Refusal.NotApplicableRefused()), Draft(Context(3)).SetAnswer(Questionnaire, "AVA-1", new Answer.NotApplicable("why"), Ada, Nine));

    [Fact]
    public void NotApplicable_RefusedByALaterContext_CountsAsUnansweredAndKeepsItsNote()
    {
        var assessment = Draft();
        assessment.SetAnswer(Questionnaire, "AVA-1", new Answer.NotApplicable("why"), Ada, Nine);
        assessment.ChangeNote(Questionnaire, "AVA-1", "a note", Ada, Nine);
        Assert.DoesNotContain("AVA-1", assessment.Unanswered(Questionnaire));

        assessment.ChangeRelease(Questionnaire, new Release("1", default, AssessmentForm.Full, Context(3)), Nine);

        Assert.Contains("AVA-1", assessment.Unanswered(Questionnaire));
        Assert.Equal("a note", assessment.Entries["AVA-1"].Note);
    }

    [Fact]
    public void Note_OfSomebodyElse_LeavesWhoAnswered()
    {
        var assessment = Draft();
        assessment.SetAnswer(Questionnaire, "AVA-1", Answer.DontKnow, Ada, Nine);

        assessment.ChangeNote(Questionnaire, "AVA-1", "because", Bob, Nine.AddMinutes(1));

        Assert.Equal(new Moment(Ada, Nine), assessment.Entries["AVA-1"].Given);
    }

    [Fact]
    public void Note_WithWhatNoDatabaseKeeps_LosesOnlyThat()
    {
        var assessment = Draft();

        assessment.ChangeNote(Questionnaire, "AVA-1", "a\0b \ud83d 🚀\n", Ada, Nine);

        Assert.Equal("ab \ufffd 🚀\n", assessment.Entries["AVA-1"].Note);
    }

    [Fact]
    public void Note_WithoutAnAnswer_IsNotAnAnswer()
    {
        var assessment = Draft();

        assessment.ChangeNote(Questionnaire, "AVA-1", "ask Bob", Bob, Nine);

        Assert.Equal(Answer.None, assessment.Entries["AVA-1"].Answer);
        Assert.Contains("AVA-1", assessment.Unanswered(Questionnaire));
    }

    [Fact]
    public void Texts_OverTheLimit_AreRefused()
    {
        var text = new string('x', 10_001);

        Assert.Equal(Refused(new Refusal.TooLong(10_000)), Draft().ChangeNote(Questionnaire, "AVA-1", text, Ada, Nine));
        Assert.Equal(Refused(new Refusal.TooLong(10_000)), Draft().ChangeOtherRisks(Questionnaire, "availability", text, Ada, Nine));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/x")]
    [InlineData("//example.com")]
    [InlineData("example.com")]
    [InlineData("http://")]
    [InlineData("https://example.com/\0")]
    public void Evidence_ThatIsNoWebAddress_IsRefused(string link) =>
        Assert.Equal(Refused(new Refusal.NotALink(link)), Draft().ChangeEvidence(Questionnaire, "AVA-1", ["https://example.com", link], Ada, Nine));

    [Fact]
    public void Evidence_OverTheLimits_IsRefused()
    {
        var many = Enumerable.Range(0, AnswerEntry.MaxLinks + 1).Select(number => $"https://example.com/{number}").ToList();
        var longLink = "https://example.com/" + new string('x', AnswerEntry.MaxLinkLength);

        Assert.Equal(Refused(new Refusal.TooManyLinks(AnswerEntry.MaxLinks)), Draft().ChangeEvidence(Questionnaire, "AVA-1", many, Ada, Nine));
        Assert.Equal(Refused(new Refusal.NotALink(longLink)), Draft().ChangeEvidence(Questionnaire, "AVA-1", [longLink], Ada, Nine));
    }

    [Fact]
    public void Evidence_BlankAndRepeated_IsLeftOut()
    {
        var assessment = Draft();

        assessment.ChangeEvidence(Questionnaire, "AVA-1", [" https://example.com ", "", "https://example.com"], Ada, Nine);

        Assert.Equal(["https://example.com"], assessment.Entries["AVA-1"].Evidence);
    }

    [Fact]
    public void Unanswered_AreTheShownQuestionsOfTheForm()
    {
        Assert.Equal(["AVA-1", "USR-1"], Draft().Unanswered(Questionnaire));
        Assert.Equal(["AVA-1"], Draft(form: AssessmentForm.Short).Unanswered(Questionnaire));
        Assert.Equal(["AVA-1", "AVA-2", "USR-1"], Draft(Context(3)).Unanswered(Questionnaire));
    }

    [Fact]
    public void MarkRestUnknown_LeavesWhatIsAnswered()
    {
        var assessment = Draft();
        assessment.SetAnswer(Questionnaire, "AVA-1", new Answer.AtLevel(1), Ada, Nine);

        assessment.MarkRestUnknown(Questionnaire, Bob, Nine.AddMinutes(1));

        Assert.Equal(new Answer.AtLevel(1), assessment.Entries["AVA-1"].Answer);
        Assert.Equal(Answer.DontKnow, assessment.Entries["USR-1"].Answer);
        Assert.Equal(Bob, assessment.Entries["USR-1"].Given.By);
        Assert.False(assessment.Entries.ContainsKey("AVA-2"));
    }

    [Fact]
    public void Submission_WithAnIncompleteContext_IsRefused()
    {
        var assessment = Draft(Context(1) with { Choices = new Dictionary<string, IReadOnlyList<string>> { ["CTX-9"] = [] } });

        var refused = Assert.IsType<SubmitOutcome.Refused>(assessment.Submit(Questionnaire, Ada, Nine));

        Assert.Equal(["CTX-9"], Assert.IsType<Refusal.ContextIncomplete>(refused.Why).ContextIds);
    }

    [Fact]
    public void Submission_WithUnansweredQuestions_IsRefused()
    {
        var refused = Assert.IsType<SubmitOutcome.Refused>(Draft().Submit(Questionnaire, Ada, Nine));

        Assert.Equal(["AVA-1", "USR-1"], Assert.IsType<Refusal.StillUnanswered>(refused.Why).QuestionIds);
    }

    [Fact]
    public void Submission_Complete_IsScoredAsASubmission()
    {
        var assessment = Draft();
        assessment.MarkRestUnknown(Questionnaire, Ada, Nine);

        var submitted = Assert.IsType<SubmitOutcome.Submitted>(assessment.Submit(Questionnaire, Ada, Nine.AddMinutes(1)));

        Assert.Equal(ScoringMode.Submission, submitted.Result.Card.Mode);
        Assert.Equal(2, submitted.Result.Recommendations.Count);
        Assert.Equal(AssessmentState.Submitted, assessment.State);
        Assert.Equal(new Moment(Ada, Nine.AddMinutes(1)), assessment.Submitted);
    }

    [Fact]
    public void Submitted_RefusesEveryChange()
    {
        var assessment = Submitted();
        var refused = Refused(new Refusal.AlreadySubmitted(Nine, Ada));

        Assert.Equal(refused, assessment.SetAnswer(Questionnaire, "AVA-1", new Answer.AtLevel(4), Bob, Nine));
        Assert.Equal(refused, assessment.ChangeNote(Questionnaire, "AVA-1", "late", Bob, Nine));
        Assert.Equal(refused, assessment.ChangeEvidence(Questionnaire, "AVA-1", [], Bob, Nine));
        Assert.Equal(refused, assessment.ChangeOtherRisks(Questionnaire, "users", "late", Bob, Nine));
        Assert.Equal(refused, assessment.ChangeRelease(Questionnaire, assessment.Release, Nine));
        Assert.Equal(refused, assessment.MarkRestUnknown(Questionnaire, Bob, Nine));
        Assert.Equal(new SubmitOutcome.Refused(new Refusal.AlreadySubmitted(Nine, Ada)), assessment.Submit(Questionnaire, Bob, Nine));
        Assert.Equal(new DiscardOutcome.Refused(new Refusal.AlreadySubmitted(Nine, Ada)), assessment.Discard());
    }

    [Fact]
    public void Withdrawal_OfADraft_IsRefused() =>
        Assert.Equal(new WithdrawOutcome.Refused(new Refusal.NotSubmitted()), Draft().Withdraw(Ada, Nine));

    [Fact]
    public void Withdrawal_InTheLastMoment_Succeeds() =>
        Assert.Equal(new WithdrawOutcome.Withdrawn(Nine.AddHours(1)), Submitted().Withdraw(Ada, Nine.AddHours(1)));

    [Fact]
    public void Withdrawal_AfterTheHour_IsRefused() =>
        Assert.Equal(new WithdrawOutcome.Refused(new Refusal.TooLate(Nine.AddHours(1))), Submitted().Withdraw(Ada, Nine.AddHours(1).AddTicks(1)));

    [Fact]
    public void Withdrawal_BySomebodyElse_IsRefused() =>
        Assert.Equal(new WithdrawOutcome.Refused(new Refusal.NotPermitted(Ada)), Submitted().Withdraw(Bob, Nine));

    [Fact]
    public void Withdrawn_IsFinal()
    {
        var assessment = Submitted();
        assessment.Withdraw(Ada, Nine);

        Assert.Equal(AssessmentState.Withdrawn, assessment.State);
        Assert.Equal(new WithdrawOutcome.Refused(new Refusal.AlreadyWithdrawn(Nine, Ada)), assessment.Withdraw(Ada, Nine));
        Assert.Equal(Refused(new Refusal.AlreadyWithdrawn(Nine, Ada)), assessment.SetAnswer(Questionnaire, "AVA-1", Answer.None, Ada, Nine));
    }

    private static EditOutcome.Refused Refused(Refusal why) => new(why);

    private static Assessment Draft(ReleaseContext? context = null, AssessmentForm form = AssessmentForm.Full) => Assessment.Start(
        AssessmentId.New(Nine), ProductId.New(Nine), Questionnaire, new Release("1.0.0", new DateOnly(2026, 3, 20), form, context ?? Context(1)), Ada, Nine);

    private static Assessment Submitted()
    {
        var assessment = Draft();
        assessment.MarkRestUnknown(Questionnaire, Ada, Nine);
        assessment.Submit(Questionnaire, Ada, Nine);
        return assessment;
    }

    private static ReleaseContext Context(int level) =>
        Sheet.Context(["none"], [.. Enumerable.Range(1, 8).Select(number => ($"CTX-{number}", level))]);
}
