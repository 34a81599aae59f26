using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Tests.Assessments;

public sealed class ConcurrencyTests
{
    private const int Writers = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EightPeople_AnsweringOneDraftAtOnce_LoseNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        var questions = database.Questionnaire.Questions;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                foreach (var question in questions.Where(question => question.Order % Writers == writer))
                {
                    var outcome = await database.Assessments.AnswerAsync(id, question.Id, new Answer.AtLevel(question.Order % 5), ada, Stop);
                    Assert.IsType<EditOutcome.Saved>(outcome);
                }
            },
            Stop)));

        var entries = (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment.Entries;
        Assert.Equal(questions.Count, entries.Count);
        Assert.All(questions, question => Assert.Equal(new Answer.AtLevel(question.Order % 5), entries[question.Id].Answer));
    }

    [Fact]
    public async Task TwoPeople_AnsweringOneQuestion_LastOneIsKept()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var bob = await database.UserAsync("Bob");
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);

        await database.Assessments.AnswerAsync(id, "AVA-2", new Answer.AtLevel(1), ada, Stop);
        await database.Assessments.AnswerAsync(id, "AVA-2", new Answer.AtLevel(2), bob, Stop);

        var entry = (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment.Entries["AVA-2"];
        Assert.Equal(new Answer.AtLevel(2), entry.Answer);
        Assert.Equal(bob, entry.Given.By);
    }

    [Fact]
    public async Task Submission_PressedByManyAtOnce_HappensOnce()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        await database.AnswerAllAsync(id, ada);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => database.Assessments.SubmitAsync(id, ada, Stop), Stop)));

        Assert.Single(outcomes.OfType<SubmitOutcome.Submitted>());
        Assert.All(
            outcomes.OfType<SubmitOutcome.Refused>(),
            refused => Assert.Equal(new Refusal.AlreadySubmitted(database.Clock.GetUtcNow(), ada), refused.Why));
        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
        Assert.Equal(1, await context.Results.CountAsync(Stop));
    }

    [Fact]
    public async Task Answers_RacingWithTheSubmission_AreInTheResultOrRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        await database.AnswerAllAsync(id, ada);
        var ids = database.Questionnaire.Questions.Take(Writers).Select(question => question.Id).ToList();

        var answering = ids.Select(question => Task.Run(() => database.Assessments.AnswerAsync(id, question, new Answer.AtLevel(4), ada, Stop), Stop)).ToList();
        var submitting = Task.Run(() => database.Assessments.SubmitAsync(id, ada, Stop), Stop);
        var outcomes = await Task.WhenAll(answering);
        await submitting;

        var stored = await database.Assessments.ResultAsync(id, database.Reader, Stop);
        var entries = stored!.Assessment.Entries;
        foreach (var (question, outcome) in ids.Zip(outcomes))
        {
            Assert.Equal(outcome is EditOutcome.Saved, entries[question].Answer == new Answer.AtLevel(4));
        }
    }
}
