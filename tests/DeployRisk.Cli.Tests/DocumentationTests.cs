using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DeployRisk.TestKit;

namespace DeployRisk.Cli.Tests;

/// <summary>What the documents say that the command prints.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void WorkedExample_Scored_GivesTheFiguresOfThePage()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "scoring-model.md"));
        var card = CommandRun.Of("score", Repository.PathOf("docs", "examples", "release.json"), "--answered-only").Json;

        Assert.Equal("noGo", card.GetProperty("verdict").GetString());
        Assert.Contains($"= **{Shown(card.GetProperty("readiness"))}**", page, StringComparison.Ordinal);
        Assert.Contains($"= **{Shown(card.GetProperty("potential"))}**", page, StringComparison.Ordinal);
        Assert.All(card.GetProperty("contributions").EnumerateArray(), lost => Assert.Matches(
            $@"(?m)^\| {lost.GetProperty("question").GetString()} .* \| {Regex.Escape(Shown(lost.GetProperty("lost")))} \|$", page));
        Assert.All(Asked(card), category => Assert.Contains($"= {Shown(category.GetProperty("risk"))} |", page, StringComparison.Ordinal));
        var path = card.GetProperty("shortestPath");
        Assert.Contains(
            $"**{path.GetProperty("effortDays")} person-days**, readiness {Shown(path.GetProperty("readiness"))}.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void InputOfTheCommandLinePage_Scored_IsValid()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "command-line.md"));

        Assert.Equal(0, CommandRun.Score(JsonBlock().Match(page).Groups["json"].Value).ExitCode);
    }

    private static IEnumerable<JsonElement> Asked(JsonElement card) =>
        card.GetProperty("categories").EnumerateArray().Where(category => category.GetProperty("readiness").ValueKind == JsonValueKind.Number);

    private static string Shown(JsonElement figure) => figure.GetDecimal().ToString("0.0", CultureInfo.InvariantCulture);

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
