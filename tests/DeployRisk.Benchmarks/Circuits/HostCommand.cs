using System.CommandLine;
using DeployRisk.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DeployRisk.Benchmarks.Circuits;

/// <summary><c>host</c>: the application in this program, with one address more that tells how much memory is in use.</summary>
internal static class HostCommand
{
    public const string Name = "host";
    public const string HeapAddress = "/heap";

    private const int Collections = 3;

    public static Command Create()
    {
        var command = new Command(Name, "Serves the application and its memory in use; for circuits.") { Hidden = true, TreatUnmatchedTokensAsErrors = false };
        command.SetAction(static async (parsed, _) => await RunAsync([.. parsed.UnmatchedTokens]));
        return command;
    }

    private static async Task RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ApplicationName = typeof(HostingServices).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddDeployRisk();
        await using var app = builder.Build();
        app.UseDeployRisk();
        app.MapGet(HeapAddress, static () => TypedResults.Ok(BytesInUse())).AllowAnonymous();
        await app.StartAndWaitAsync();
    }

    /// <summary>What is still reachable once everything was collected that can be, finalizers included.</summary>
    private static long BytesInUse()
    {
        for (var collection = 0; collection < Collections; collection++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
