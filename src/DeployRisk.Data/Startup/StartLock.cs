namespace DeployRisk.Data.Startup;

/// <summary>
/// Lets one process at a time prepare the database of a data directory. The system gives the lock back when a process
/// is killed, which the migrations' own lock table does not.
/// </summary>
internal sealed class StartLock : IAsyncDisposable
{
    private const string FileName = ".starting";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream _file;

    private StartLock(FileStream file) => _file = file;

    /// <exception cref="StartupFailureException">Another process does not finish its start.</exception>
    public static async Task<StartLock> TakeAsync(DataOptions options, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Patience * 4);
        var path = Path.Combine(options.DataDirectory, FileName);
        while (true)
        {
            try
            {
                return new StartLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException exception) when (patience.IsCancellationRequested && !StartupFailures.IsDiskFull(exception))
            {
                throw new StartupFailureException(StartupFailures.StartingElsewhere(options), exception);
            }
            catch (IOException exception) when (!StartupFailures.IsDiskFull(exception))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
