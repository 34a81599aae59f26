using System.Collections.Concurrent;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// How often wrong codes were given for an account after the right password, at any device: five, and the second step waits for 15 minutes. Who
/// does not know the password cannot cause it.
/// </summary>
public sealed class SecondStepTries(TimeProvider clock)
{
    private const int Most = 5;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Guid, (int Count, DateTimeOffset Until)> _wrong = [];

    /// <summary>Whether a code is looked at now.</summary>
    public bool MayTry(Guid account) => Current(account) < Most;

    /// <summary>A code was wrong.</summary>
    public void Failed(Guid account)
    {
        var now = clock.GetUtcNow();
        _wrong.AddOrUpdate(account, _ => (1, now + Wait), (_, known) => known.Until <= now ? (1, now + Wait) : (known.Count + 1, now + Wait));
    }

    /// <summary>A code was right.</summary>
    public void Succeeded(Guid account) => _wrong.TryRemove(account, out _);

    private int Current(Guid account) => _wrong.TryGetValue(account, out var known) && known.Until > clock.GetUtcNow() ? known.Count : 0;
}
