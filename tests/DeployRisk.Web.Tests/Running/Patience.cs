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
}
