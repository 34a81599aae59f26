using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DeployRisk.TestKit.Databases;

/// <summary>
/// Lets one question to SQLite wait for its answer, as any question to a server on the network may: the file answers all
/// at once, so that nothing happens between two of them.
/// </summary>
public sealed class LateAnswer : DbCommandInterceptor
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(20);
    private int _before = int.MaxValue;

    /// <summary>Whether the late question was asked.</summary>
    public bool WasAsked => _before < 0;

    /// <summary>Lets one question wait.</summary>
    /// <param name="before">How many more questions are answered at once before it.</param>
    public void WaitAfter(int before) => _before = before;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref _before) == -1)
        {
            await Task.Delay(Late, cancellationToken);
        }

        return result;
    }
}
