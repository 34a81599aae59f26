using System.Runtime.CompilerServices;
using Bunit;

namespace DeployRisk.Web.Tests.Running;

/// <summary>Test projects run beside each other on few cores: waiting for a condition is given time, and threads to check it.</summary>
internal static class Patience
{
    private const int Threads = 64;

#pragma warning disable CA2255 // It has to be said before the first test of any class.
    [ModuleInitializer]
    internal static void Have()
    {
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        ThreadPool.SetMinThreads(Threads, Threads);
    }
#pragma warning restore CA2255
}
