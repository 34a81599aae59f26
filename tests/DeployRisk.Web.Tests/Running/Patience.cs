using System.Runtime.CompilerServices;
using Bunit;

namespace DeployRisk.Web.Tests.Running;

/// <summary>Test projects run beside each other on few cores: waiting for a condition is given time.</summary>
internal static class Patience
{
#pragma warning disable CA2255 // It has to be said before the first test of any class.
    [ModuleInitializer]
    internal static void Have()
    {
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
    }
#pragma warning restore CA2255

    /// <summary>
    /// Waits for what no render tells of: bUnit looks again only when the page is drawn. Meanwhile, between two looks, something
    /// can be done: a clock goes on, for what began to wait after it was set.
    /// </summary>
    public static async Task UntilAsync(Func<bool> state, Action? meanwhile = null)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        var since = TimeProvider.System.GetTimestamp();
        while (!state())
        {
            if (TimeProvider.System.GetElapsedTime(since) > BunitContext.DefaultWaitTimeout)
            {
                throw new TimeoutException($"It did not come about within {BunitContext.DefaultWaitTimeout}.");
            }

            meanwhile?.Invoke();
            await looks.WaitForNextTickAsync();
        }
    }
}
