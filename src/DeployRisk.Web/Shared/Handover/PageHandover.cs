using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Shared.Handover;

/// <summary>
/// Carries what the request of a page has loaded into the circuit that makes the page live. The circuit's first picture replaces the
/// request's: were it to wait for the database, the reader would see an empty page for a moment. The page holds only a key, which is
/// good for its reader alone; where the circuit is on another server, or comes late, it loads again.
/// </summary>
public sealed class PageHandover(HandedOver kept, CurrentUser reader)
{
    /// <summary>What the page carries: the key of what was loaded.</summary>
    [PersistentState]
    public Guid? Key { get; set; }

    /// <summary>What the request has loaded, at once; else what is loaded now.</summary>
    /// <param name="isInteractive">Whether the page is live already.</param>
    /// <param name="loadAsync">Loads it.</param>
    public async Task<TLoaded?> LoadAsync<TLoaded>(bool isInteractive, Func<Task<TLoaded?>> loadAsync)
        where TLoaded : class
    {
        var by = (await reader.FindAsync())?.Id;
        if (!isInteractive)
        {
            var loaded = await loadAsync();
            if (loaded is not null)
            {
                Key = Guid.NewGuid();
                kept.Put(Key.Value, by, loaded);
            }

            return loaded;
        }

        var key = Key;
        Key = null;
        return key is { } handed && kept.Take(handed, by) is TLoaded there ? there : await loadAsync();
    }
}
