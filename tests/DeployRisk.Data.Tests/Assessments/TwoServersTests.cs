using System.Threading.Channels;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Assessments;

/// <summary>Two servers on one database: what they save is the same as with one; their open pages hear of each other at the next look.</summary>
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

        Assert.Equal(questions.Count, (await There.LoadAsync(_id, _ada, Stop))!.Assessment.Entries.Count);
        Assert.Equal(questions.Count, await Here.RevisionAsync(_id, _ada, Stop));
    }

    [Fact]
    public async Task NotesOfBoth_OnOneQuestion_AreBothKept()
    {
        await Here.SaveNoteAsync(_id, "AVA-1", "Ada's", "", _ada, Stop);
        await There.SaveNoteAsync(_id, "AVA-1", "Bob's", "", _bob, Stop);

        var entry = (await Here.LoadAsync(_id, _ada, Stop))!.Assessment.Entries["AVA-1"];
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

    [Fact]
    public async Task WhatAnotherServerStored_IsToldOnceWithItsRevision()
    {
        using var listening = new Heard(_database, _id);
        await There.AnswerAsync(_id, "AVA-1", new Answer.AtLevel(3), _bob, Stop);
        var revision = (await There.RevisionAsync(_id, _ada, Stop))!.Value;

        Assert.Equal(new AssessmentNews.MuchChanged(revision), await listening.NextAsync());

        // What comes next is the next change, not the same once more.
        await There.AnswerAsync(_id, "AVA-1", new Answer.AtLevel(2), _bob, Stop);
        Assert.Equal(new AssessmentNews.MuchChanged(revision + 1), await listening.NextAsync());
    }

    [Fact]
    public async Task WhatThisServerStored_IsToldByItsOwnNewsAlone()
    {
        using var listening = new Heard(_database, _id);

        await Here.AnswerAsync(_id, "AVA-1", new Answer.AtLevel(3), _bob, Stop);
        Assert.IsType<AssessmentNews.QuestionChanged>(await listening.AtOnceAsync());
        await Here.AnswerAsync(_id, "AVA-2", new Answer.AtLevel(3), _bob, Stop);
        Assert.IsType<AssessmentNews.QuestionChanged>(await listening.AtOnceAsync());

        await listening.AssertQuietAsync();
    }

    [Fact]
    public async Task DraftThatAnotherServerDiscarded_HasEnded()
    {
        using var listening = new Heard(_database, _id);
        await There.DiscardDraftAsync(_id, _bob, Stop);

        Assert.IsType<AssessmentNews.Ended>(await listening.NextAsync());
    }

    private async Task AnswerAsync(AssessmentStore server, IEnumerable<Domain.Questionnaires.Question> questions, UserId by)
    {
        foreach (var question in questions)
        {
            Assert.IsType<EditOutcome.Saved>(await server.AnswerAsync(_id, question.Id, new Answer.AtLevel(2), by, Stop));
        }
    }

    /// <summary>Somebody who has the draft open.</summary>
    private sealed class Heard : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        private readonly Channel<AssessmentNews> _news = Channel.CreateUnbounded<AssessmentNews>();
        private readonly TestDatabase _database;
        private readonly IDisposable _watch;
        private readonly IDisposable _subscription;

        public Heard(TestDatabase database, AssessmentId draft)
        {
            _database = database;
            _watch = database.Services.GetRequiredService<OtherServers>().Watch(draft, 0);
            _subscription = database.Services.GetRequiredService<ChangeFeed>()
                .Subscribe(AssessmentNews.Of(draft), news => _news.Writer.WriteAsync(news, Stop).AsTask());
        }

        /// <summary>The next news, while time goes on.</summary>
        public async Task<AssessmentNews> NextAsync()
        {
            using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            var began = TimeProvider.System.GetTimestamp();
            var next = _news.Reader.ReadAsync(Stop).AsTask();
            while (await look.WaitForNextTickAsync(Stop) && !next.IsCompleted)
            {
                Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "Nothing was told.");
                _database.Clock.Advance(OtherServers.Interval);
            }

            return await next;
        }

        /// <summary>The next news, while the clock stands still: nothing of other servers is looked for.</summary>
        public Task<AssessmentNews> AtOnceAsync() => _news.Reader.ReadAsync(Stop).AsTask().WaitAsync(Patience, TimeProvider.System, Stop);

        /// <summary>Nothing is told while other servers are looked at several times.</summary>
        public async Task AssertQuietAsync()
        {
            using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            for (var times = 0; times < 10; times++)
            {
                _database.Clock.Advance(OtherServers.Interval);
                await look.WaitForNextTickAsync(Stop);
            }

            Assert.False(_news.Reader.TryRead(out var told), $"{told}");
        }

        public void Dispose()
        {
            _subscription.Dispose();
            _watch.Dispose();
        }
    }
}
