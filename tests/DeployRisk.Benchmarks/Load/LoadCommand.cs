using System.CommandLine;

namespace DeployRisk.Benchmarks.Load;

/// <summary><c>load</c></summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var command = new Command("load", "Measures in a browser while twenty others work: key press to \"Saved\" and to another person's page, first paint, bytes of a first visit.");
        command.SetAction(static (parsed, _) => LoadRun.PrintAsync(parsed.InvocationConfiguration.Output));
        return command;
    }
}
