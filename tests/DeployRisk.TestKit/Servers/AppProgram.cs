using System.Diagnostics;

namespace DeployRisk.TestKit.Servers;

/// <summary>What an <see cref="AppProcess"/> runs.</summary>
/// <param name="Path">The assembly to start.</param>
/// <param name="Environment">The environment of ASP.NET Core.</param>
/// <param name="Arguments">What comes before all other arguments.</param>
public sealed record AppProgram(string Path, string Environment, params IReadOnlyList<string> Arguments)
{
    private const string WebAssembly = "DeployRisk.Web.dll";

    /// <summary>The application as it was built with the tests. Static files of a build are served in this environment only.</summary>
    public static AppProgram Built { get; } = new(PathOfBuild(), "Development");

    /// <summary>The application as it is installed: published into a folder, with compressed static files.</summary>
    /// <exception cref="InvalidOperationException">It could not be published; what was printed is in the message.</exception>
    public static async Task<AppProgram> PublishAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", Repository.PathOf("src", "DeployRisk.Web"), "-c", "Release", "-o", folder, "-v", "quiet"])
        {
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? new AppProgram(System.IO.Path.Combine(folder, WebAssembly), "Production")
            : throw new InvalidOperationException($"The application could not be published: {output}");
    }

    private static string PathOfBuild()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Repository.PathOf("src", "DeployRisk.Web", "bin", output.Parent!.Name, output.Name, WebAssembly);
    }
}
