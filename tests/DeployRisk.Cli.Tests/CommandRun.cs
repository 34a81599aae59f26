using System.Text;
using System.Text.Json;

namespace DeployRisk.Cli.Tests;

/// <summary>One run of the command, in this process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static CommandRun Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(args, output, error);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Scores a file with this content.</summary>
    public static CommandRun Score(string content, params string[] options) => Score(Encoding.UTF8.GetBytes(content), options);

    public static CommandRun Score(byte[] content, params string[] options)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, content);
            return Of(["score", file, .. options]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
