using System.Collections.Concurrent;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// How often wrong codes were given for an account after the right password, at any device: five, and the second step waits for 15 minutes. Who
/// does not know the password cannot cause it. A code that was used is used up (RFC 6238, 5.2): who reads it over a shoulder comes too late.
/// </summary>
public sealed class SecondStepTries(TimeProvider clock)
{
    private const int Most = 5;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>Longer than Identity takes a code for the right one: that of its half minute, of the two before and of the two after.</summary>
    private static readonly TimeSpan LifeOfACode = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<Guid, (int Count, DateTimeOffset Until)> _wrong = [];
    private readonly ConcurrentDictionary<(Guid Account, string Code), DateTimeOffset> _used = [];

    /// <summary>Whether a code is looked at now. It counts as wrong until <see cref="Succeeded"/>, so that many at the same time are no more tries.</summary>
    public bool TryTake(Guid account)
    {
        var now = clock.GetUtcNow();
        var isTaken = false;
        _wrong.AddOrUpdate(
            account,
            _ => Count(1),
            (_, known) => known.Until <= now ? Count(1) : known.Count < Most ? Count(known.Count + 1) : Refuse(known));
        return isTaken;

        (int Count, DateTimeOffset Until) Count(int count)
        {
            isTaken = true;
            return (count, now + Wait);
        }

        (int Count, DateTimeOffset Until) Refuse((int Count, DateTimeOffset Until) known)
        {
            isTaken = false;
            return known;
        }
    }

    /// <summary>Uses up a code of an authenticator, right or wrong.</summary>
    /// <returns>Whether it is the first to do so.</returns>
    public bool Use(Guid account, string code)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _used.Where(used => used.Value <= now))
        {
            _used.TryRemove(old);
        }

        return _used.TryAdd((account, code), now + LifeOfACode);
    }

    /// <summary>A code was right.</summary>
    public void Succeeded(Guid account) => _wrong.TryRemove(account, out _);
}
