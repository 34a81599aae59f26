using System.Text.Json;
using System.Text.RegularExpressions;
using DeployRisk.TestKit;

namespace DeployRisk.Domain.Tests.Questionnaires;

/// <summary>The published JSON Schema and the loader describe the same files.</summary>
public sealed partial class QuestionnaireSchemaTests
{
    private static readonly string Questionnaires = Path.Combine(Repository.Root, "src", "DeployRisk.Domain", "Questionnaires");

    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Questionnaires, "DeploymentReadiness", "questionnaire.schema.json"))).RootElement;

    [Fact]
    public void SchemaAndLoader_KnowTheSameProperties()
    {
        var read = Directory.EnumerateFiles(Path.Combine(Questionnaires, "Loading"), "*.cs")
            .SelectMany(file => Reading().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value);

        Assert.Equal(
            read.Concat(["en", "fr"]).Distinct().Order(StringComparer.Ordinal),
            PropertiesIn(Schema).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryObjectOfTheSchema_RefusesWhatItDoesNotKnow() =>
        Assert.All(
            ObjectsIn(Schema).Where(item => item.TryGetProperty("properties", out _) && item.TryGetProperty("type", out _)),
            item => Assert.False(item.GetProperty("additionalProperties").GetBoolean()));

    private static IEnumerable<string> PropertiesIn(JsonElement schema) =>
        ObjectsIn(schema).SelectMany(item => item.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(property => property.Name)
            : []);

    private static IEnumerable<JsonElement> ObjectsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => ObjectsIn(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ObjectsIn),
        _ => [],
    };

    [GeneratedRegex(@"\.(Get|Find|Has)\(""(?<name>[^""]+)""")]
    private static partial Regex Reading();
}
