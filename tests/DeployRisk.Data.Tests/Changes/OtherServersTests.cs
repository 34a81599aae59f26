using System.Threading.Channels;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Changes;

/// <summary>Two servers on one database.</summary>
public sealed class OtherServersTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _other = null!;
    private AssessmentId _draft;
    private UserId _bob;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AssessmentStore TheirStore => _other.GetRequiredService<AssessmentStore>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _other = _database.AnotherServer();
        _bob = await _database.UserAsync("Bob");
        _draft = await _database.DraftAsync((await _database.ProductAsync(_bob)).Id, _bob, "1.5.0");
    }

    public async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task WhatAnotherServerStored_IsToldOnceWithItsRevision()
    {
        using var listening = new Heard(_database, _draft);
        await TheirStore.AnswerAsync(_draft, "AVA-1", new Answer.AtLevel(3), _bob, Stop);
        var revision = (await TheirStore.RevisionAsync(_draft, Stop))!.Value;

        Assert.Equal(new AssessmentNews.MuchChanged(revision), await listening.NextAsync());

        // What comes next is the next change, not the same once more.
        await TheirStore.AnswerAsync(_draft, "AVA-1", new Answer.AtLevel(2), _bob, Stop);
        Assert.Equal(new AssessmentNews.MuchChanged(revision + 1), await listening.NextAsync());
    }

    [Fact]
    public async Task WhatThisServerStored_IsToldByItsOwnNewsAlone()
    {
        using var listening = new Heard(_database, _draft);

        await _database.Assessments.AnswerAsync(_draft, "AVA-1", new Answer.AtLevel(3), _bob, Stop);
        Assert.IsType<AssessmentNews.QuestionChanged>(await listening.NextAsync());
        await _database.Assessments.AnswerAsync(_draft, "AVA-2", new Answer.AtLevel(3), _bob, Stop);

        Assert.IsType<AssessmentNews.QuestionChanged>(await listening.NextAsync());
    }

    [Fact]
    public async Task DraftThatAnotherServerDiscarded_HasEnded()
    {
        using var listening = new Heard(_database, _draft);
        await TheirStore.DiscardDraftAsync(_draft, _bob, Stop);

        Assert.IsType<AssessmentNews.Ended>(await listening.NextAsync());
    }

    /// <summary>Somebody who has the draft open.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly Channel<AssessmentNews> _news = Channel.CreateUnbounded<AssessmentNews>();
        private const int MostLooks = 400;

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
            var next = _news.Reader.ReadAsync(Stop).AsTask();
            for (var look = 0; look < MostLooks && !next.IsCompleted; look++)
            {
                _database.Clock.Advance(OtherServers.Interval);
                await Task.WhenAny(next, Task.Delay(50, Stop));
            }

            Assert.True(next.IsCompleted, "Nothing was told.");
            return await next;
        }

        public void Dispose()
        {
            _subscription.Dispose();
            _watch.Dispose();
        }
    }
}
