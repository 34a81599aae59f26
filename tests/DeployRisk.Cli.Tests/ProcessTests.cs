using System.Diagnostics;
using System.Text;

namespace DeployRisk.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Command_GoodInput_ExitsWith0AndPrintsUtf8WithoutMark()
    {
        var (exitCode, output, error) = await RunAsync("""{"questionnaire":"deployment-readiness","answers":{"AVA-2":0}}""", "score", "-", "--lang", "fr");

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.StartsWith("{", output, StringComparison.Ordinal);
        Assert.Contains("défaillance", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_BadInput_ExitsWith2AndPrintsNothingOnStandardOutput()
    {
        var (exitCode, output, error) = await RunAsync("{", "score", "-");

        Assert.Equal((2, string.Empty), (exitCode, output));
        Assert.Contains("not JSON", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_Help_ExitsWith0()
    {
        var (exitCode, output, _) = await RunAsync(string.Empty, "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("lint", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string input, params string[] args)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CommandLine).Assembly.Location, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
