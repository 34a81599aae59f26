using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Builders;
using DeployRisk.TestKit.Databases;

namespace DeployRisk.Data.Tests.Assessments;

public sealed class LifeCycleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_Saved_IsThereAfterwardsWithWhoAndWhen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        database.Clock.Advance(TimeSpan.FromMinutes(5));

        var outcome = await database.Assessments.AnswerAsync(id, "AVA-2", new Answer.AtLevel(3), ada, Stop);

        Assert.Equal(new EditOutcome.Saved(database.Clock.GetUtcNow()) { Revision = 1 }, outcome);
        var loaded = await database.Assessments.LoadAsync(id, database.Reader, Stop);
        var entry = loaded!.Assessment.Entries["AVA-2"];
        Assert.Equal(new Answer.AtLevel(3), entry.Answer);
        Assert.Equal(new Moment(ada, database.Clock.GetUtcNow()), entry.Given);
        Assert.Equal("Ada", loaded.Names[ada]);
    }

    [Fact]
    public async Task EveryKindOfAnswer_Saved_ComesBackTheSame()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        var setAside = database.Questionnaire.Questions.First(question => question.NotApplicable is { RefusedWhen: null });
        Answer[] answers = [new Answer.AtLevel(0), Answer.DontKnow, new Answer.NotApplicable("nothing of the kind"), Answer.None];

        foreach (var answer in answers)
        {
            Assert.IsType<EditOutcome.Saved>(await database.Assessments.AnswerAsync(id, setAside.Id, answer, ada, Stop));
            var loaded = await database.Assessments.LoadAsync(id, database.Reader, Stop);
            Assert.Equal(answer, loaded!.Assessment.Entries[setAside.Id].Answer);
        }
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task NotApplicable_ThatAnotherAnswerDecides_IsTakenOnlyWithThatAnswer(int levelOfTheOther, bool isTaken)
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        await database.Assessments.AnswerAsync(id, "STR-3", new Answer.AtLevel(levelOfTheOther), ada, Stop);

        var outcome = await database.Assessments.AnswerAsync(id, "STR-5", new Answer.NotApplicable("nothing to switch"), ada, Stop);

        Assert.Equal(isTaken, outcome is EditOutcome.Saved);
        var entries = (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment.Entries;
        Assert.Equal(new Answer.AtLevel(levelOfTheOther), entries["STR-3"].Answer);
        Assert.Equal(isTaken, entries.ContainsKey("STR-5"));
    }

    [Fact]
    public async Task NoteEvidenceAndOtherRisks_Saved_ComeBackTheSame()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);

        await database.Assessments.SaveNoteAsync(id, "AVA-2", "Sauvegarde testée le 3 — « ok »", null, ada, Stop);
        await database.Assessments.SaveEvidenceAsync(id, "AVA-2", ["https://ci.example.com/1", " https://ci.example.com/1 ", ""], null, ada, Stop);
        await database.Assessments.SaveOtherRisksAsync(id, "availability", "the tide", null, ada, Stop);

        var assessment = (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment;
        Assert.Equal("Sauvegarde testée le 3 — « ok »", assessment.Entries["AVA-2"].Note);
        Assert.Equal(["https://ci.example.com/1"], assessment.Entries["AVA-2"].Evidence);
        Assert.Equal("the tide", assessment.OtherRisks["availability"].Text);
    }

    [Fact]
    public async Task OtherRisks_Emptied_AreGone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        await database.Assessments.SaveOtherRisksAsync(id, "availability", "the tide", null, ada, Stop);

        await database.Assessments.SaveOtherRisksAsync(id, "availability", " ", null, ada, Stop);

        Assert.Empty((await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment.OtherRisks);
    }

    [Fact]
    public async Task Release_Changed_KeepsTheAnswers()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        await database.Assessments.AnswerAsync(id, "AVA-2", new Answer.AtLevel(3), ada, Stop);

        await database.Assessments.ChangeReleaseAsync(id, Releases.Of("2.0.0", AssessmentForm.Short, level: 3), null, ada, Stop);

        var assessment = (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment;
        Assert.Equal("2.0.0", assessment.Release.Name);
        Assert.Equal(AssessmentForm.Short, assessment.Release.Form);
        Assert.Equal(3, assessment.Release.Context.Level("CTX-1"));
        Assert.Equal(new Answer.AtLevel(3), assessment.Entries["AVA-2"].Answer);
    }

    [Fact]
    public async Task Submission_WithUnansweredQuestions_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);

        var outcome = await database.Assessments.SubmitAsync(id, ada, Stop);

        var refused = Assert.IsType<SubmitOutcome.Refused>(outcome);
        Assert.NotEmpty(Assert.IsType<Refusal.StillUnanswered>(refused.Why).QuestionIds);
        Assert.Null(await database.Assessments.ResultAsync(id, database.Reader, Stop));
    }

    [Fact]
    public async Task Submission_Complete_KeepsTheResultAsItWas()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        var id = await database.DraftAsync(product.Id, ada);
        await database.AnswerAllAsync(id, ada);
        await database.Assessments.AnswerAsync(id, "AVA-2", new Answer.AtLevel(0), ada, Stop);

        var submitted = Assert.IsType<SubmitOutcome.Submitted>(await database.Assessments.SubmitAsync(id, ada, Stop));

        var stored = await database.Assessments.ResultAsync(id, database.Reader, Stop);
        Assert.NotNull(stored);
        Assert.Equal(product, stored.Product);
        Assert.Equal(AssessmentState.Submitted, stored.Assessment.State);
        Assert.Equivalent(submitted.Result, stored.Result, strict: true);
        Assert.Equal(database.Questionnaire.Hash, stored.Result.Card.QuestionnaireHash);
    }

    [Fact]
    public async Task StaleTab_AfterSubmission_CannotChangeAnything()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var bob = await database.UserAsync("Bob");
        var id = await database.SubmittedAsync((await database.ProductAsync(ada)).Id, ada);
        var submittedAt = database.Clock.GetUtcNow();
        var before = await database.Assessments.ResultAsync(id, database.Reader, Stop);
        database.Clock.Advance(TimeSpan.FromMinutes(1));

        EditOutcome[] outcomes =
        [
            await database.Assessments.AnswerAsync(id, "AVA-2", new Answer.AtLevel(4), bob, Stop),
            await database.Assessments.SaveNoteAsync(id, "AVA-2", "late", null, bob, Stop),
            await database.Assessments.SaveEvidenceAsync(id, "AVA-2", ["https://late.example.com"], null, bob, Stop),
            await database.Assessments.SaveOtherRisksAsync(id, "availability", "late", null, bob, Stop),
            await database.Assessments.ChangeReleaseAsync(id, Releases.Of("late"), null, bob, Stop),
            await database.Assessments.MarkRestUnknownAsync(id, bob, Stop),
        ];

        Assert.All(outcomes, outcome => Assert.Equal(new EditOutcome.Refused(new Refusal.AlreadySubmitted(submittedAt, ada)), outcome));
        Assert.IsType<DiscardOutcome.Refused>(await database.Assessments.DiscardDraftAsync(id, bob, Stop));
        Assert.Equivalent(before, await database.Assessments.ResultAsync(id, database.Reader, Stop), strict: true);
    }

    [Fact]
    public async Task WithdrawnSubmission_CanBeCopiedFrom_ForTheSameRelease()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync("Ada");
        var product = await database.ProductAsync(ada);
        var valid = await database.SubmittedAsync(product.Id, ada, "1.0.0", level: 1);
        database.Clock.Advance(TimeSpan.FromDays(1));
        var withdrawn = await database.SubmittedAsync(product.Id, ada, "2.0.0", level: 3);
        Assert.IsType<WithdrawOutcome.Withdrawn>(await database.Assessments.WithdrawAsync(withdrawn, ada, Stop));
        var draft = await database.DraftAsync(product.Id, ada, "2.0.0");

        var source = await database.Assessments.LatestSubmissionAsync(product.Id, "2.0.0", ada, Stop);
        Assert.Equal(withdrawn, source?.Id);
        Assert.Equal(valid, (await database.Assessments.LatestSubmissionAsync(product.Id, "3.0.0", ada, Stop))?.Id);
        Assert.IsType<EditOutcome.Saved>(await database.Assessments.CopyAnswersAsync(draft, source!.Id, ada, Stop));

        Assert.Equal(new Answer.AtLevel(3), (await database.Assessments.LoadAsync(draft, ada, Stop))!.Assessment.Entries["AVA-1"].Answer);
    }

    [Fact]
    public async Task Withdrawal_WithinTheHourByWhoSubmitted_StaysVisible()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        var id = await database.SubmittedAsync(product.Id, ada);
        database.Clock.Advance(Assessment.WithdrawalPeriod);

        var outcome = await database.Assessments.WithdrawAsync(id, ada, Stop);

        Assert.IsType<WithdrawOutcome.Withdrawn>(outcome);
        Assert.Equal(AssessmentState.Withdrawn, (await database.Assessments.ResultAsync(id, database.Reader, Stop))!.Assessment.State);
        var entry = Assert.Single((await database.Products.HistoryAsync(product.Id, database.Reader, cancellationToken: Stop)).Entries);
        Assert.Equal(AssessmentState.Withdrawn, entry.State);
        Assert.NotNull(entry.Result);
    }

    [Fact]
    public async Task Withdrawal_AfterTheHour_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.SubmittedAsync((await database.ProductAsync(ada)).Id, ada);
        var until = database.Clock.GetUtcNow() + Assessment.WithdrawalPeriod;
        database.Clock.Advance(Assessment.WithdrawalPeriod + TimeSpan.FromTicks(1));

        var outcome = await database.Assessments.WithdrawAsync(id, ada, Stop);

        Assert.Equal(new WithdrawOutcome.Refused(new Refusal.TooLate(until)), outcome);
        Assert.Equal(AssessmentState.Submitted, (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment.State);
    }

    [Fact]
    public async Task Withdrawal_BySomebodyElse_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var bob = await database.UserAsync("Bob");
        var id = await database.SubmittedAsync((await database.ProductAsync(ada)).Id, ada);

        var outcome = await database.Assessments.WithdrawAsync(id, bob, Stop);

        Assert.Equal(new WithdrawOutcome.Refused(new Refusal.NotPermitted(ada)), outcome);
    }

    [Fact]
    public async Task DiscardedDraft_IsGone_AndLaterChangesAreRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        var id = await database.DraftAsync(product.Id, ada);
        await database.Assessments.AnswerAsync(id, "AVA-2", new Answer.AtLevel(1), ada, Stop);

        Assert.IsType<DiscardOutcome.Discarded>(await database.Assessments.DiscardDraftAsync(id, ada, Stop));

        Assert.Null(await database.Assessments.LoadAsync(id, database.Reader, Stop));
        Assert.Empty((await database.Products.HistoryAsync(product.Id, database.Reader, cancellationToken: Stop)).Entries);
        var late = await database.Assessments.AnswerAsync(id, "AVA-2", new Answer.AtLevel(1), ada, Stop);
        Assert.Equal(new EditOutcome.Refused(new Refusal.Missing()), late);
    }

    [Fact]
    public async Task Start_ForAProductThatIsNotThere_SaysSo()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();

        var outcome = await database.Assessments.StartAsync(new(Guid.NewGuid()), Releases.Of(), ada, Stop);

        Assert.IsType<Data.Stores.StartOutcome.ProductMissing>(outcome);
    }

    [Fact]
    public async Task Previous_IsTheLatestSubmissionBeforeThatWasNotWithdrawn()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        await database.SubmittedAsync(product.Id, ada, "1");
        database.Clock.Advance(TimeSpan.FromDays(1));
        var second = await database.SubmittedAsync(product.Id, ada, "2");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await database.SubmittedAsync(product.Id, ada, "3");
        await database.Assessments.WithdrawAsync(third, ada, Stop);
        await database.DraftAsync(product.Id, ada, "4");

        var latest = await database.Assessments.LoadPreviousAsync(product.Id, database.Clock.GetUtcNow(), database.Reader, Stop);
        var beforeSecond = await database.Assessments.LoadPreviousAsync(product.Id, latest!.Assessment.Submitted!.At, database.Reader, Stop);

        Assert.Equal(second, latest.Assessment.Id);
        Assert.Equal("1", beforeSecond!.Assessment.Release.Name);
        Assert.Null(await database.Assessments.LoadPreviousAsync(product.Id, beforeSecond.Assessment.Submitted!.At, database.Reader, Stop));
    }
}
