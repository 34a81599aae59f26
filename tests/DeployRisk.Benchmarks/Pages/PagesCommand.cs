using System.CommandLine;

namespace DeployRisk.Benchmarks.Pages;

/// <summary><c>pages</c></summary>
internal static class PagesCommand
{
    public static Command Create()
    {
        var command = new Command("pages", "Compares pages with lists in a database of 1,000 assessments and one of 100,000.");
        command.SetAction(static (parsed, _) => PageTimes.PrintAsync(parsed.InvocationConfiguration.Output));
        return command;
    }
}
