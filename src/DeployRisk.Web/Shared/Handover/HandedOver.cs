using DeployRisk.Domain.Assessments;
using Microsoft.Extensions.Caching.Memory;

namespace DeployRisk.Web.Shared.Handover;

/// <summary>What requests have loaded for the pages that go on from them, until their circuit fetches it or does not come.</summary>
public sealed class HandedOver : IDisposable
{
    /// <summary>A browser on a slow connection needs this long from the page to its circuit.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 200 });

    /// <summary>Keeps what was loaded for this person, and for nobody else who may come with the key.</summary>
    public void Put(Guid key, UserId? reader, object loaded) =>
        _kept.Set((key, reader), loaded, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Patience, Size = 1 });

    /// <summary>What was put there for this person, once; null when it is not there, or not any more.</summary>
    public object? Take(Guid key, UserId? reader)
    {
        var loaded = _kept.Get((key, reader));
        _kept.Remove((key, reader));
        return loaded;
    }

    public void Dispose() => _kept.Dispose();
}
