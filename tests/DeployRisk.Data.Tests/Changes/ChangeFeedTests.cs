using System.Collections.Concurrent;
using DeployRisk.Data.Changes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DeployRisk.Data.Tests.Changes;

public sealed class ChangeFeedTests
{
    private static readonly Topic<int> Numbers = new("numbers");
    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_ReachEveryListenerInTheirOrder()
    {
        var (first, second) = (Listen(100), Listen(100));

        foreach (var number in Enumerable.Range(0, 100))
        {
            _feed.Publish(Numbers, number);
        }

        Assert.Equal(Enumerable.Range(0, 100), await first);
        Assert.Equal(Enumerable.Range(0, 100), await second);
    }

    [Fact]
    public async Task ListenerThatFails_KeepsNothingFromAnybody()
    {
        using var failing = _feed.Subscribe(Numbers, _ => throw new InvalidOperationException("cannot show it"));
        var other = Listen(2);

        _feed.Publish(Numbers, 1);
        _feed.Publish(Numbers, 2);

        Assert.Equal([1, 2], await other);
    }

    [Fact]
    public async Task SlowListener_HoldsNobodyUp()
    {
        var never = new TaskCompletionSource();
        using var slow = _feed.Subscribe(Numbers, _ => never.Task);
        var other = Listen(2);

        _feed.Publish(Numbers, 1);
        _feed.Publish(Numbers, 2);

        Assert.Equal([1, 2], await other);
    }

    [Fact]
    public async Task EndedSubscription_HearsNothingMore()
    {
        var heard = new ConcurrentQueue<int>();
        var subscription = _feed.Subscribe(Numbers, number =>
        {
            heard.Enqueue(number);
            return Task.CompletedTask;
        });
        subscription.Dispose();
        subscription.Dispose();
        var other = Listen(1);

        _feed.Publish(Numbers, 1);

        await other;
        Assert.Empty(heard);
    }

    [Fact]
    public async Task OtherTopics_AreNotHeard()
    {
        var numbers = Listen(1);

        _feed.Publish(new Topic<int>("other"), 1);
        _feed.Publish(Numbers, 2);

        Assert.Equal([2], await numbers);
    }

    /// <summary>The first so many numbers that are heard.</summary>
    private Task<List<int>> Listen(int count)
    {
        var heard = new List<int>();
        var all = new TaskCompletionSource<List<int>>();
        _feed.Subscribe(Numbers, number =>
        {
            heard.Add(number);
            if (heard.Count == count)
            {
                all.SetResult(heard);
            }

            return Task.CompletedTask;
        });
        return all.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }
}
