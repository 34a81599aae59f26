using System.CommandLine;

namespace DeployRisk.Benchmarks.Recommendations;

/// <summary><c>paths</c></summary>
internal static class PathsCommand
{
    public static Command Create()
    {
        var command = new Command("paths", "Times the shortest path to Go of 1,000 assessments.");
        command.SetAction(static parsed => PathTimes.Print(parsed.InvocationConfiguration.Output));
        return command;
    }
}
