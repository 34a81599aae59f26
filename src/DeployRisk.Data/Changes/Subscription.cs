namespace DeployRisk.Data.Changes;

/// <summary>Ends a subscription when disposed; disposing it again does nothing.</summary>
internal sealed class Subscription(Action end) : IDisposable
{
    private Action? _end = end;

    public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
}
