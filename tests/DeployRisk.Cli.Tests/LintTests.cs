using DeployRisk.TestKit;

namespace DeployRisk.Cli.Tests;

public sealed class LintTests
{
    [Fact]
    public void Lint_BuiltInQuestionnaire_HasNoFault()
    {
        var run = CommandRun.Of("lint", BuiltIn());

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("68 questions: no fault", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_BrokenCopy_ExitsWith2AndListsEveryFaultWithFileAndPath()
    {
        var folder = Directory.CreateTempSubdirectory("deployrisk-");
        try
        {
            foreach (var file in Directory.GetFiles(BuiltIn()))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            Break(folder.FullName, "tests.json", "\"weight\": 5", "\"weight\": 50");
            Break(folder.FullName, "users.json", "\"effort\": \"M\"", "\"effort\": \"XXL\"");

            var run = CommandRun.Of("lint", folder.FullName);

            Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
            Assert.Contains("tests.json: $.questions[", run.Error, StringComparison.Ordinal);
            Assert.Contains("users.json: $.questions[", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Lint_OneGoodAndOneMissing_ReportsBothAndExitsWith2()
    {
        var run = CommandRun.Of("lint", BuiltIn(), "/nowhere/at-all.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no fault", run.Output, StringComparison.Ordinal);
        Assert.Contains("at-all.json: $: The file is missing.", run.Error, StringComparison.Ordinal);
    }

    private static void Break(string folder, string file, string from, string to)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
    }

    private static string BuiltIn() =>
        Repository.PathOf("src", "DeployRisk.Domain", "Questionnaires", "DeploymentReadiness");
}
