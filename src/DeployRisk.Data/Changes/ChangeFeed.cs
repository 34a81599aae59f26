using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace DeployRisk.Data.Changes;

/// <summary>
/// Tells whoever wants to know what has changed, within this process. Publishing never waits for a listener; each
/// listener gets its messages one after the other in the order in which they were published.
/// </summary>
public sealed partial class ChangeFeed(ILogger<ChangeFeed> logger)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Listener>> _topics = new(StringComparer.Ordinal);

    /// <summary>Sends the messages of a topic to a listener until the subscription is disposed; at most one message may come after that.</summary>
    public IDisposable Subscribe<TMessage>(Topic<TMessage> topic, Func<TMessage, Task> listen)
        where TMessage : notnull
    {
        var listener = new Listener(message => TellAsync(message, listen));
        _topics.AddOrUpdate(topic.Name, [listener], (_, others) => others.Add(listener));
        return new Subscription(() => Remove(topic.Name, listener));
    }

    /// <summary>Tells every listener of the topic.</summary>
    public void Publish<TMessage>(Topic<TMessage> topic, TMessage message)
        where TMessage : notnull
    {
        if (_topics.TryGetValue(topic.Name, out var listeners))
        {
            foreach (var listener in listeners)
            {
                listener.Send(message);
            }
        }
    }

    private async Task TellAsync<TMessage>(object message, Func<TMessage, Task> listen)
    {
        try
        {
            await listen((TMessage)message);
        }
        catch (ObjectDisposedException)
        {
            // The page went away while the message was on its way to it.
        }
#pragma warning disable CA1031 // One listener that fails keeps nothing from the others, nor from its own next message.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception);
        }
    }

    private void Remove(string topic, Listener listener)
    {
        listener.Close();
        while (_topics.TryGetValue(topic, out var listeners))
        {
            var left = listeners.Remove(listener);
            var isDone = left.IsEmpty
                ? _topics.TryRemove(KeyValuePair.Create(topic, listeners))
                : _topics.TryUpdate(topic, left, listeners);
            if (isDone)
            {
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A change could not be shown to somebody")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
