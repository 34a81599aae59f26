using System.Threading.Channels;

namespace DeployRisk.Data.Changes;

/// <summary>One listener and the messages that wait for it.</summary>
internal sealed class Listener
{
    private readonly Channel<object> _messages = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<object, Task> _tell;
    private volatile bool _closed;

    public Listener(Func<object, Task> tell)
    {
        _tell = tell;
        _ = ListenAsync();
    }

    public void Send(object message) => _messages.Writer.TryWrite(message);

    /// <summary>What still waits is not told any more.</summary>
    public void Close()
    {
        _closed = true;
        _messages.Writer.TryComplete();
    }

    private async Task ListenAsync()
    {
        // The reader goes on in a thread of the pool, never in the publisher's.
        await foreach (var message in _messages.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (_closed)
            {
                return;
            }

            await _tell(message).ConfigureAwait(false);
        }
    }
}
