using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Cli.Scoring;

/// <summary><c>deployrisk score FILE</c></summary>
internal static class ScoreCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The answers as JSON; - reads standard input." };
        var answeredOnly = new Option<bool>("--answered-only") { Description = "Leave out what is not listed, instead of counting it as \"I don't know\"." };
        var language = new Option<string>("--lang") { Description = "The language of texts.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "fr");
        var failOn = new Option<string>("--fail-on") { Description = "Exit with 1 when the verdict is this one or worse." };
        failOn.AcceptOnlyFromAmong("conditional", "noGo");

        var command = new Command("score", "Scores the answers of a release and prints one JSON object.") { file, answeredOnly, language, failOn };
        command.SetAction(parsed =>
        {
            var configuration = parsed.InvocationConfiguration;
            return Score(
                parsed.GetRequiredValue(file),
                parsed.GetValue(answeredOnly) ? ScoringMode.Partial : ScoringMode.Submission,
                parsed.GetValue(language) == "fr" ? Language.French : Language.English,
                FailOnOf(parsed.GetValue(failOn)),
                configuration.Output,
                configuration.Error);
        });
        return command;
    }

    private static FailOn FailOnOf(string? word) => word switch
    {
        "conditional" => FailOn.Conditional,
        "noGo" => FailOn.NoGo,
        _ => FailOn.Never,
    };

    private static int Score(string path, ScoringMode mode, Language language, FailOn failOn, TextWriter output, TextWriter error)
    {
        var faults = new List<string>();
        var questionnaire = QuestionnaireLoader.LoadBuiltIn();
        var input = InputFile.Read(path, faults) is { } content ? new ScoreInputReader(questionnaire, mode, faults).Read(content) : null;
        if (faults.Count > 0 || input is null)
        {
            faults.ForEach(error.WriteLine);
            return ExitCode.InvalidInput;
        }

        var result = ScoreOutput.Of(questionnaire, input, mode, language);
        output.WriteLine(JsonSerializer.Serialize(result, Json));
        return Fails(result.Verdict, failOn) ? ExitCode.VerdictFailed : ExitCode.Success;
    }

    private static bool Fails(Verdict verdict, FailOn failOn) => failOn switch
    {
        FailOn.Conditional => verdict != Verdict.Go,
        FailOn.NoGo => verdict == Verdict.NoGo,
        _ => false,
    };
}
