using System.Text.Json;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Domain.Tests.Builders;
using DeployRisk.TestKit;

namespace DeployRisk.Domain.Tests.BackTest;

/// <summary>A public case: the answers that an honest team would have given before, and what a sensible tool says to them.</summary>
internal sealed record BackTestCase(
    string Id,
    string Name,
    ReleaseContext Context,
    IReadOnlyDictionary<string, Answer> Answers,
    IReadOnlyDictionary<string, Answer> DocumentedAnswers,
    IReadOnlyList<Verdict> Expected,
    IReadOnlyList<string> MustBeAmongLargestRisks)
{
    private static readonly JsonDocument IncidentFile = Read("incidents.json");
    private static readonly JsonDocument HealthyFile = Read("healthy.json");

    /// <summary>Incidents with a release decision.</summary>
    public static IReadOnlyList<BackTestCase> Incidents { get; } = [.. IncidentFile.RootElement.EnumerateArray().Select(Incident)];

    /// <summary>Documented healthy practice: Go, or Go with conditions.</summary>
    public static IReadOnlyList<BackTestCase> Healthy { get; } = [.. HealthyFile.RootElement.EnumerateObject().Select(HealthyCase)];

    public ScoreCard Score(Questionnaire questionnaire) =>
        Scorer.Score(questionnaire, new AnswerSheet(AssessmentForm.Full, Context, Answers), ScoringMode.Partial);

    public ScoreCard ScoreDocumented(Questionnaire questionnaire) =>
        Scorer.Score(questionnaire, new AnswerSheet(AssessmentForm.Full, Context, DocumentedAnswers), ScoringMode.Partial);

    private static JsonDocument Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "DeployRisk.Domain.Tests", "BackTest", file)));

    private static BackTestCase Incident(JsonElement json)
    {
        var answers = json.GetProperty("backtest").EnumerateArray()
            .Select(row => (Id: row.GetProperty("q").GetString()!, Level: row.GetProperty("level").GetInt32(), Basis: row.GetProperty("basis").GetString()))
            .ToList();
        return new BackTestCase(
            json.GetProperty("id").GetString()!,
            json.GetProperty("name").GetString()!,
            ContextOf(json.GetProperty("context")),
            answers.ToDictionary(row => row.Id, row => (Answer)new Answer.AtLevel(row.Level)),
            answers.Where(row => row.Basis == "D").ToDictionary(row => row.Id, row => (Answer)new Answer.AtLevel(row.Level)),
            [.. json.GetProperty("verdict").GetString()!.Split(" or ").Select(VerdictOf)],
            [.. json.GetProperty("must").EnumerateArray().Select(code => code.GetString()!)]);
    }

    private static BackTestCase HealthyCase(JsonProperty property)
    {
        var answers = property.Value.GetProperty("answers").EnumerateObject()
            .ToDictionary(pair => pair.Name, pair => (Answer)new Answer.AtLevel(pair.Value.GetInt32()));
        var (id, name) = (property.Name.Split(' ')[0], property.Name[(property.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return new BackTestCase(id, name, ContextOf(property.Value.GetProperty("context")), answers, answers, [Verdict.Go, Verdict.Conditional], []);
    }

    private static ReleaseContext ContextOf(JsonElement json) =>
        Sheet.Context([.. json.EnumerateObject().Select(pair => (pair.Name, pair.Value.GetInt32()))]);

    private static Verdict VerdictOf(string text) => text switch
    {
        "GO" => Verdict.Go,
        "CONDITIONAL" => Verdict.Conditional,
        "NO-GO" => Verdict.NoGo,
        _ => throw new InvalidDataException($"Verdict {text}?"),
    };
}
