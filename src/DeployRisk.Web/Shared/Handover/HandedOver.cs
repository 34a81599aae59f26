using Microsoft.Extensions.Caching.Memory;

namespace DeployRisk.Web.Shared.Handover;

/// <summary>What requests have loaded for the pages that go on from them, until their circuit fetches it or does not come.</summary>
public sealed class HandedOver : IDisposable
{
    /// <summary>A browser on a slow connection needs this long from the page to its circuit.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 200 });

    public void Put(Guid key, object loaded) =>
        _kept.Set(key, loaded, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Patience, Size = 1 });

    /// <summary>What was put there, once; null when it is not there, or not any more.</summary>
    public object? Take(Guid key)
    {
        var loaded = _kept.Get(key);
        _kept.Remove(key);
        return loaded;
    }

    public void Dispose() => _kept.Dispose();
}
