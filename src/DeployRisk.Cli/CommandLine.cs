using System.CommandLine;
using DeployRisk.Cli.Linting;
using DeployRisk.Cli.Scoring;

namespace DeployRisk.Cli;

/// <summary>The <c>deployrisk</c> command.</summary>
public static class CommandLine
{
    /// <summary>Runs a command line and gives its exit code: 0, 1 (<c>--fail-on</c> is met) or 2 (not valid).</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Scores the readiness of a release, and checks questionnaires.")
        {
            LintCommand.Create(),
            ScoreCommand.Create(),
        };
        var parsed = root.Parse([.. args]);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
            {
                error.WriteLine(fault.Message);
            }

            return ExitCode.InvalidInput;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
    }
}
