using System.Text.Json;

namespace DeployRisk.Cli.Tests;

public sealed class ScoreTests
{
    private const string Example = """
        {"questionnaire":"deployment-readiness","form":"full","context":{"CTX-1":4,"CTX-9":["money","data"]},
         "answers":{"TST-2":1,"AVA-2":"unknown","AVA-4":{"notApplicable":"text change only"}},"waived":["SEC-1"]}
        """;

    [Fact]
    public void Score_ValidInput_PrintsOneObjectWithEverything()
    {
        var run = CommandRun.Score(Example);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(
            ["questionnaire", "form", "readiness", "potential", "coverage", "tier", "verdict", "reasons", "categories", "gates", "contributions", "recommendations", "shortestPath", "blockedBy"],
            Names(run.Json));
        Assert.Equal(["id", "version", "hash"], Names(run.Json.GetProperty("questionnaire")));
        Assert.Equal(["kind", "text", "questions"], Names(run.Json.GetProperty("reasons")[0]));
        Assert.Equal(["id", "code", "readiness", "lost", "coverage", "risk"], Names(run.Json.GetProperty("categories")[0]));
        Assert.Equal(["question", "effect", "state", "because"], Names(run.Json.GetProperty("gates")[0]));
        Assert.Equal(["question", "lost"], Names(run.Json.GetProperty("contributions")[0]));
        Assert.Equal(["question", "from", "to", "effortDays", "gain", "closesGate", "text"], Names(run.Json.GetProperty("recommendations")[0]));
        Assert.Equal(["effortDays", "readiness", "steps"], Names(run.Json.GetProperty("shortestPath")));
        Assert.Equal(["question", "from", "to"], Names(run.Json.GetProperty("shortestPath").GetProperty("steps")[0]));
    }

    [Fact]
    public void Score_NotListed_CountsAsUnknownUnlessAnsweredOnly()
    {
        var whole = CommandRun.Score(Example).Json;
        var answered = CommandRun.Score(Example, "--answered-only").Json;

        Assert.Equal("noGo", whole.GetProperty("verdict").GetString());
        Assert.True(whole.GetProperty("contributions").GetArrayLength() > 40);
        Assert.Equal(2, answered.GetProperty("contributions").GetArrayLength());
        Assert.Equal(10, answered.GetProperty("readiness").GetDecimal());
    }

    [Fact]
    public void Score_Contributions_SumToWhatIsMissing()
    {
        var json = CommandRun.Score(Example).Json;

        var lost = json.GetProperty("contributions").EnumerateArray().Sum(contribution => contribution.GetProperty("lost").GetDecimal());
        Assert.Equal(100 - json.GetProperty("readiness").GetDecimal(), lost, 9);
        var risks = json.GetProperty("categories").EnumerateArray().Select(category => category.GetProperty("risk").GetDecimal()).ToList();
        Assert.Equal(risks.OrderDescending(), risks);
    }

    [Fact]
    public void Score_UnknownStart_IsSaidInWords()
    {
        var starts = CommandRun.Score(Example).Json.GetProperty("recommendations").EnumerateArray()
            .ToDictionary(item => item.GetProperty("question").GetString()!, item => item.GetProperty("from").GetRawText());

        Assert.Equal("\"unknown\"", starts["AVA-2"]);
        Assert.Equal("1", starts["TST-2"]);
    }

    [Theory]
    [InlineData("en", "A failure that nobody detects")]
    [InlineData("fr", "Une défaillance que personne ne détecte")]
    public void Score_Language_IsThatOfTheTexts(string language, string text) =>
        Assert.Contains(text, CommandRun.Score(Example, "--lang", language).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "conditional", 0)]
    [InlineData(0, "noGo", 0)]
    [InlineData(2, "conditional", 1)]
    [InlineData(2, "noGo", 0)]
    [InlineData(4, "conditional", 1)]
    [InlineData(4, "noGo", 1)]
    public void Score_FailOn_ExitsWith1FromThatVerdictOn(int criticality, string failOn, int exitCode)
    {
        // All at level 2 is 50: Go at tier 0, below 60 at tier 2, below 60 (the no-go line) at tier 4.
        var run = CommandRun.Score(AllAt(2, criticality), "--fail-on", failOn);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal(50, run.Json.GetProperty("readiness").GetDecimal());
    }

    [Fact]
    public void Score_ShortFormAtTier4_HasNoPathAndSaysWhatBlocksIt()
    {
        var json = CommandRun.Score(AllAt(4, 4).Replace("\"full\"", "\"short\"", StringComparison.Ordinal)).Json;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("shortestPath").ValueKind);
        Assert.Equal("shortForm", json.GetProperty("blockedBy")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Score_AlreadyGo_HasAPathWithoutSteps()
    {
        var path = CommandRun.Score(AllAt(4, 1)).Json.GetProperty("shortestPath");

        Assert.Equal("0", path.GetProperty("effortDays").GetRawText());
        Assert.Equal(0, path.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public void Score_Waiver_ShowsTheGateAsWaived()
    {
        var json = CommandRun.Score("""{"questionnaire":"deployment-readiness","context":{"CTX-1":3},"answers":{"AVA-2":0},"waived":["AVA-2"]}""", "--answered-only").Json;

        Assert.Equal("conditional", json.GetProperty("verdict").GetString());
        Assert.Equal("waived", json.GetProperty("gates")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void Score_ByteOrderMark_IsAccepted() =>
        Assert.Equal(0, CommandRun.Score([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Example)]).ExitCode);

    [Fact]
    public void Score_SameInput_GivesTheSameOutput() =>
        Assert.Equal(CommandRun.Score(Example).Output, CommandRun.Score(Example).Output);

    private static string AllAt(int level, int criticality)
    {
        var answers = string.Join(",", DeployRisk.Domain.Questionnaires.QuestionnaireLoader.LoadBuiltIn().Questions.Select(question => $"\"{question.Id}\":{level}"));
        return $$$"""
            {"questionnaire":"deployment-readiness","form":"full","context":{"CTX-1":{{{criticality}}},"CTX-2":0,"CTX-3":0,"CTX-4":0,"CTX-5":0,"CTX-6":0,"CTX-7":0,"CTX-8":0,"CTX-9":["none"],"CTX-10":["none"]},"answers":{{{{answers}}}}}
            """;
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
