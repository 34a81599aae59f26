using DeployRisk.Data.Changes;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Assessments;

/// <summary>Two servers on one database: what they save is the same as with one; only their open pages do not hear of each other.</summary>
public sealed class TwoServersTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _other = null!;
    private UserId _ada;
    private UserId _bob;
    private AssessmentId _id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AssessmentStore Here => _database.Assessments;

    private AssessmentStore There => _other.GetRequiredService<AssessmentStore>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _other = _database.AnotherServer();
        _ada = await _database.UserAsync();
        _bob = await _database.UserAsync("Bob");
        _id = await _database.DraftAsync((await _database.ProductAsync(_ada)).Id, _ada);
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task AnswersOfBoth_AtOnce_AreAllKeptAndCounted()
    {
        var questions = _database.Questionnaire.Questions.Take(40).ToList();

        await Task.WhenAll(
            Task.Run(() => AnswerAsync(Here, questions.Where((_, place) => place % 2 == 0), _ada), Stop),
            Task.Run(() => AnswerAsync(There, questions.Where((_, place) => place % 2 == 1), _bob), Stop));

        Assert.Equal(questions.Count, (await There.LoadAsync(_id, Stop))!.Assessment.Entries.Count);
        Assert.Equal(questions.Count, await Here.RevisionAsync(_id, Stop));
    }

    [Fact]
    public async Task NotesOfBoth_OnOneQuestion_AreBothKept()
    {
        await Here.SaveNoteAsync(_id, "AVA-1", "Ada's", "", _ada, Stop);
        await There.SaveNoteAsync(_id, "AVA-1", "Bob's", "", _bob, Stop);

        var entry = (await Here.LoadAsync(_id, Stop))!.Assessment.Entries["AVA-1"];
        Assert.Equal("Bob's", entry.Note);
        Assert.Equal("Ada's", Assert.Single(entry.EarlierNotes).Text);
    }

    [Fact]
    public async Task SubmittedThere_IsFinalHere()
    {
        await _database.AnswerAllAsync(_id, _ada);
        Assert.IsType<SubmitOutcome.Submitted>(await There.SubmitAsync(_id, _bob, Stop));

        var outcome = await Here.AnswerAsync(_id, "AVA-1", new Answer.AtLevel(4), _ada, Stop);

        Assert.IsType<Refusal.AlreadySubmitted>(Assert.IsType<EditOutcome.Refused>(outcome).Why);
    }

    [Fact]
    public async Task NewsOfTheOther_LeavesAGapInTheCount()
    {
        var heard = new List<int>();
        using var subscription = _database.Services.GetRequiredService<ChangeFeed>().Subscribe(AssessmentNews.Of(_id), news =>
        {
            heard.Add(((AssessmentNews.QuestionChanged)news).Revision);
            return Task.CompletedTask;
        });

        await There.AnswerAsync(_id, "AVA-1", new Answer.AtLevel(1), _bob, Stop);
        var saved = Assert.IsType<EditOutcome.Saved>(await Here.AnswerAsync(_id, "AVA-2", new Answer.AtLevel(1), _ada, Stop));

        Assert.Equal(2, saved.Revision);
        Assert.DoesNotContain(1, heard);
    }

    private async Task AnswerAsync(AssessmentStore server, IEnumerable<Domain.Questionnaires.Question> questions, UserId by)
    {
        foreach (var question in questions)
        {
            Assert.IsType<EditOutcome.Saved>(await server.AnswerAsync(_id, question.Id, new Answer.AtLevel(2), by, Stop));
        }
    }
}
