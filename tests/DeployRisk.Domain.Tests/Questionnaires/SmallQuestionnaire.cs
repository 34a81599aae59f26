using System.Text.Json.Nodes;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Tests.Questionnaires;

/// <summary>A small valid questionnaire as JSON, to be broken in one place.</summary>
internal static class SmallQuestionnaire
{
    private const string Valid = """
        {
          "id": "small", "version": "1.0.0",
          "title": {"en": "Small", "fr": "Petit"}, "description": {"en": "d", "fr": "d"},
          "rules": {
            "scale": [0, 20, 50, 80, 100],
            "tier": {"criticality": "CTX-1", "reach": "CTX-2", "reachRaisesByAtMost": 1, "raisedByOne": {"atLeast": 3, "questions": ["CTX-2"]}},
            "go": [50, 50, 60, 70, 80], "floor": [40, 40, 40, 50, 50], "noGo": [30, 30, 40, 50, 60], "floorNeeds": 3,
            "linesNeedAskedPercent": 50, "goNeedsCoveragePercent": 85, "maxNotApplicablePercent": 40, "maxNotApplicablePercentOfCategory": 50,
            "noGoAtConditionals": [null, 5, 3, 2, 2], "maxWaivedHard": [3, 3, 2, 1, 1], "fullWeightFrom": 3, "goNeedsFullFormAtTier": 4,
            "riskRank": {"hardGate": 40, "conditionalGate": 20}, "effortDays": {"S": 0.5, "M": 3, "L": 10}
          },
          "context": [
            {"id": "CTX-1", "kind": "level", "title": {"en": "t", "fr": "t"}, "text": {"en": "t", "fr": "t"}, "options": LEVELS, "prefill": true, "articlePoints": ["A1"], "effect": {"en": "e", "fr": "e"}},
            {"id": "CTX-2", "kind": "level", "title": {"en": "t", "fr": "t"}, "text": {"en": "t", "fr": "t"}, "options": LEVELS, "prefill": true, "articlePoints": [], "effect": {"en": "e", "fr": "e"}},
            {"id": "CTX-9", "kind": "multiple", "title": {"en": "t", "fr": "t"}, "text": {"en": "t", "fr": "t"}, "prefill": false, "articlePoints": [], "effect": {"en": "e", "fr": "e"},
             "options": [{"id": "data", "text": {"en": "d", "fr": "d"}}, {"id": "none", "text": {"en": "n", "fr": "n"}, "exclusive": true}]}
          ],
          "articlePoints": [{"id": "A1", "text": {"en": "p", "fr": "p"}}],
          "stories": [{"id": "flood-2002", "name": {"en": "n", "fr": "n"}, "text": {"en": "t", "fr": "t"}, "lesson": {"en": "l", "fr": "l"}, "figures": [], "sources": [{"title": "s", "url": "https://example.org/"}]}],
          "categories": [
            {"id": "availability", "code": "AVA", "title": {"en": "A", "fr": "D"}, "weight": 1, "questions": [
              {"id": "AVA-1", "core": true, "weight": 3, "effort": "M", "text": {"en": "q", "fr": "q"}, "help": {"en": "h", "fr": "h"}, "levels": TEXTS,
               "visibleWhen": {"question": "CTX-9", "includes": "data"},
               "notApplicable": {"when": {"en": "w", "fr": "w"}, "refusedWhen": {"question": "CTX-1", "atLeast": 3}},
               "gates": [
                 {"atMost": 0, "when": {"all": [{"question": "CTX-1", "atLeast": 2}, {"not": {"question": "AVA-2", "atLeast": 3}}]}, "effect": "hard", "because": {"en": "b", "fr": "b"}},
                 {"atMost": 1, "effect": "conditional", "because": {"en": "b", "fr": "b"}}],
               "recommendation": {"en": "r", "fr": "r"}, "sources": [{"title": "s", "url": "https://example.org/"}], "articlePoints": ["A1"], "stories": ["flood-2002"]},
              {"id": "AVA-2", "core": false, "weight": 1, "effort": "S", "text": {"en": "q", "fr": "q"}, "help": {"en": "h", "fr": "h"}, "levels": TEXTS,
               "recommendation": {"en": "r", "fr": "r"}, "sources": [], "articlePoints": [], "stories": []}
            ]}
          ]
        }
        """;

    private const string Texts = """[{"en": "0", "fr": "0"}, {"en": "1", "fr": "1"}, {"en": "2", "fr": "2"}, {"en": "3", "fr": "3"}, {"en": "4", "fr": "4"}]""";

    private const string Levels = """[{"id": "0", "text": {"en": "0", "fr": "0"}}, {"id": "1", "text": {"en": "1", "fr": "1"}}, {"id": "2", "text": {"en": "2", "fr": "2"}}, {"id": "3", "text": {"en": "3", "fr": "3"}}, {"id": "4", "text": {"en": "4", "fr": "4"}}]""";

    public static string Text => Valid.Replace("LEVELS", Levels, StringComparison.Ordinal).Replace("TEXTS", Texts, StringComparison.Ordinal);

    /// <summary>The JSON with the value at a path such as <c>categories[0].weight</c> replaced; null removes it.</summary>
    public static string With(string path, string? json)
    {
        var root = JsonNode.Parse(Text)!;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var parent = steps.SkipLast(1).Aggregate(root, Step);
        var last = steps[^1];
        var value = json is null ? null : JsonNode.Parse(json);
        if (parent is JsonArray array)
        {
            array[int.Parse(last.Trim('[', ']'))] = value;
        }
        else if (json is null)
        {
            ((JsonObject)parent).Remove(last);
        }
        else
        {
            parent[last] = value;
        }

        return root.ToJsonString();
    }

    public static Questionnaire Load(string json) => InFolder(folder =>
    {
        var file = Path.Combine(folder, "small.json");
        File.WriteAllText(file, json);
        return QuestionnaireLoader.Load(file);
    });

    public static IReadOnlyList<QuestionnaireFault> Faults(string json) =>
        Assert.Throws<InvalidQuestionnaireException>(() => Load(json)).Faults;

    public static T InFolder<T>(Func<string, T> act)
    {
        var folder = Directory.CreateTempSubdirectory("deployrisk-");
        try
        {
            return act(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonNode Step(JsonNode node, string step) =>
        step.StartsWith('[') ? node[int.Parse(step.Trim('[', ']'))]! : node[step]!;
}
