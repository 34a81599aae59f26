using System.Text.Encodings.Web;
using System.Text.Json;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Web.Features.Results;

/// <summary>A submitted assessment as the file that <c>deployrisk score</c> reads; docs/command-line.md has the format.</summary>
internal static class AssessmentFile
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For example <c>payments-api-2.4.0.json</c>: only characters that every file system takes.</summary>
    public static string NameOf(StoredResult stored)
    {
        var release = string.Concat(stored.Assessment.Release.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-'));
        return $"{stored.Product.Slug.Value}-{string.Join('-', release.Split('-').Select(part => part.Trim('.')).Where(part => part.Length > 0))}.json";
    }

    /// <summary>Form, context and the answers of every question that was shown, in UTF-8.</summary>
    public static byte[] Write(StoredResult stored)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("questionnaire", stored.Result.Card.QuestionnaireId);
            json.WriteString("form", stored.Result.Card.Form == AssessmentForm.Full ? "full" : "short");
            WriteContext(json, stored.Assessment.Release.Context);
            WriteAnswers(json, stored);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteContext(Utf8JsonWriter json, ReleaseContext context)
    {
        json.WriteStartObject("context");
        foreach (var (id, level) in context.Levels)
        {
            json.WriteNumber(id, level);
        }

        foreach (var (id, choices) in context.Choices)
        {
            json.WriteStartArray(id);
            foreach (var choice in choices)
            {
                json.WriteStringValue(choice);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAnswers(Utf8JsonWriter json, StoredResult stored)
    {
        var sheet = stored.Assessment.Sheet;
        json.WriteStartObject("answers");
        foreach (var (id, _) in stored.Result.Card.States.Where(state => state.Value != QuestionState.Hidden))
        {
            switch (sheet[id])
            {
                case Answer.AtLevel { Level: var level }:
                    json.WriteNumber(id, level);
                    break;
                case Answer.Unknown:
                    json.WriteString(id, "unknown");
                    break;
                case Answer.NotApplicable { Reason: var reason }:
                    json.WriteStartObject(id);
                    json.WriteString("notApplicable", reason);
                    json.WriteEndObject();
                    break;
            }
        }

        json.WriteEndObject();
    }
}
