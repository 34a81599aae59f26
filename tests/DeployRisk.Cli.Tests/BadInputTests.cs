using System.Text;

namespace DeployRisk.Cli.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("""{"answers":{}}""", "\"questionnaire\" is missing")]
    [InlineData("""{"questionnaire":"other"}""", "$.questionnaire: this questionnaire is not known")]
    [InlineData("""{"questionnaire":7}""", "$.questionnaire")]
    [InlineData("""{Q,"form":"medium"}""", "$.form")]
    [InlineData("""{Q,"form":null}""", "$.form")]
    [InlineData("""{Q,"extra":1}""", "$.extra: this property is not known")]
    [InlineData("""{Q,"context":[]}""", "$.context: this must be an object")]
    [InlineData("""{Q,"context":{"CTX-77":1}}""", "$.context.CTX-77: there is no such context question")]
    [InlineData("""{Q,"context":{"AVA-1":1}}""", "$.context.AVA-1: there is no such context question")]
    [InlineData("""{Q,"context":{"CTX-1":5}}""", "$.context.CTX-1")]
    [InlineData("""{Q,"context":{"CTX-1":-1}}""", "$.context.CTX-1")]
    [InlineData("""{Q,"context":{"CTX-1":"4"}}""", "$.context.CTX-1")]
    [InlineData("""{Q,"context":{"CTX-1":null}}""", "$.context.CTX-1")]
    [InlineData("""{Q,"context":{"CTX-1":1e400}}""", "$.context.CTX-1")]
    [InlineData("""{Q,"context":{"CTX-1":["1"]}}""", "$.context.CTX-1")]
    [InlineData("""{Q,"context":{"CTX-9":2}}""", "$.context.CTX-9: this must be an array")]
    [InlineData("""{Q,"context":{"CTX-9":["nope"]}}""", "no option \"nope\"")]
    [InlineData("""{Q,"context":{"CTX-9":["data","data"]}}""", "\"data\" is given twice")]
    [InlineData("""{Q,"context":{"CTX-9":["none","data"]}}""", "\"none\" cannot stand beside other options")]
    [InlineData("""{Q,"answers":[]}""", "$.answers: this must be an object")]
    [InlineData("""{Q,"answers":{"AVA-99":1}}""", "$.answers.AVA-99: there is no such question")]
    [InlineData("""{Q,"answers":{"CTX-1":1}}""", "$.answers.CTX-1: there is no such question")]
    [InlineData("""{Q,"answers":{"AVA-1":1.5}}""", "$.answers.AVA-1: this must be a level")]
    [InlineData("""{Q,"answers":{"AVA-1":5}}""", "$.answers.AVA-1: this must be a level")]
    [InlineData("""{Q,"answers":{"AVA-1":true}}""", "$.answers.AVA-1: this must be a level")]
    [InlineData("""{Q,"answers":{"AVA-1":"Unknown"}}""", "$.answers.AVA-1: this must be a level")]
    [InlineData("""{Q,"answers":{"AVA-1":"3"}}""", "$.answers.AVA-1: this must be a level")]
    [InlineData("""{Q,"answers":{"AVA-1":NaN}}""", "not JSON")]
    [InlineData("""{Q,"answers":{"AVA-1":1,"AVA-1":2}}""", "$.answers.AVA-1: this property is given twice")]
    [InlineData("""{Q,"questionnaire":"deployment-readiness"}""", "$.questionnaire: this property is given twice")]
    [InlineData("""{Q,"answers":{"AVA-2":{"notApplicable":"why"}}}""", "$.answers.AVA-2: this question cannot be set aside")]
    [InlineData("""{Q,"answers":{"AVA-1":{"notApplicable":""}}}""", "$.answers.AVA-1.notApplicable: the reason is missing")]
    [InlineData("""{Q,"answers":{"AVA-1":{"notApplicable":"  "}}}""", "the reason is missing")]
    [InlineData("""{Q,"answers":{"AVA-1":{"notApplicable":true}}}""", "the reason is missing")]
    [InlineData("""{Q,"answers":{"AVA-1":{"notApplicable":"why","level":2}}}""", "$.answers.AVA-1: this must be a level")]
    [InlineData("""{Q,"answers":{"AVA-1":{}}}""", "$.answers.AVA-1: this must be a level")]
    [InlineData("""{Q,"context":{"CTX-9":["newLoad"]},"answers":{"AVA-4":{"notApplicable":"why"}}}""", "$.answers.AVA-4: not applicable is refused")]
    [InlineData("""{Q,"answers":{"STR-5":{"notApplicable":"why"},"STR-3":2}}""", "$.answers.STR-5: not applicable is refused")]
    [InlineData("""{Q,"waived":"SEC-1"}""", "$.waived: this must be an array")]
    [InlineData("""{Q,"waived":["NOPE"]}""", "there is no question \"NOPE\"")]
    [InlineData("""{Q,"waived":["SEC-1","SEC-1"]}""", "\"SEC-1\" is given twice")]
    [InlineData("""{Q,"answers":{"AVA-1":{"notApplicable":"\ud800"}}}""", "not valid UTF-8")]
    [InlineData("""{Q} {Q}""", "not JSON")]
    [InlineData("[]", "must hold an object")]
    [InlineData("null", "must hold an object")]
    [InlineData("", "not JSON")]
    [InlineData("hello", "not JSON")]
    public void Score_BadInput_ExitsWith2AndSaysWhereAndWhat(string content, string message)
    {
        var run = CommandRun.Score(content.Replace("{Q", "{\"questionnaire\":\"deployment-readiness\"", StringComparison.Ordinal));

        AssertRefused(run, message);
    }

    [Fact]
    public void Score_SeveralFaults_AreAllListed()
    {
        var run = CommandRun.Score("""{"questionnaire":"x","form":"y","context":{"CTX-1":9},"answers":{"AVA-1":9,"NO-1":1},"waived":["NO-2"]}""");

        Assert.Equal(6, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void Score_ReasonOf10000Characters_IsRefusedWithTheLimit() =>
        AssertRefused(
            CommandRun.Score("""{"questionnaire":"deployment-readiness","answers":{"AVA-1":{"notApplicable":"LONG"}}}""".Replace("LONG", new string('x', 10_000), StringComparison.Ordinal)),
            "at most 2000");

    [Fact]
    public void Score_NestedWithoutEnd_IsRefused() => AssertRefused(CommandRun.Score(new string('[', 500_000)), "nested too deep");

    [Fact]
    public void Score_DeepObject_IsRefused() =>
        AssertRefused(CommandRun.Score(string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000)), "nested too deep");

    [Fact]
    public void Score_Binary_IsRefused() => AssertRefused(CommandRun.Score([0x7F, 0x45, 0x4C, 0x46, 0, 0xFF, 0xFE]), "not JSON");

    [Fact]
    public void Score_InvalidUtf8InAKey_IsRefused() =>
        AssertRefused(CommandRun.Score([.. Encoding.UTF8.GetBytes("{\"a"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\":1}")]), "$");

    [Fact]
    public void Score_LargerThanOneMiB_IsRefused() =>
        AssertRefused(CommandRun.Score("{\"questionnaire\":\"deployment-readiness\"}" + new string(' ', 1024 * 1024)), "larger than 1 MiB");

    [Fact]
    public void Score_MissingFile_IsRefused() => AssertRefused(CommandRun.Of("score", "/nowhere/at-all.json"), "there is no such file");

    [Fact]
    public void Score_Folder_IsRefused() => AssertRefused(CommandRun.Of("score", Path.GetTempPath()), "cannot be read");

    [Theory]
    [InlineData]
    [InlineData("scor")]
    [InlineData("score")]
    [InlineData("score", "a", "b")]
    [InlineData("score", "a", "--lang", "de")]
    [InlineData("score", "a", "--fail-on", "go")]
    [InlineData("score", "a", "--nope")]
    [InlineData("lint")]
    public void CommandLine_NotUnderstood_ExitsWith2(params string[] args)
    {
        var run = CommandRun.Of(args);

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Error);
    }

    private static void AssertRefused(CommandRun run, string message)
    {
        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
