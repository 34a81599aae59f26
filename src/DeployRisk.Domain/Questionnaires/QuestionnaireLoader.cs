using System.Security.Cryptography;
using System.Text.Json;

namespace DeployRisk.Domain.Questionnaires;

/// <summary>Reads, validates and hashes questionnaires. Format: docs/questionnaire-format.md.</summary>
public static class QuestionnaireLoader
{
    /// <summary>The built-in questionnaire <c>deployment-readiness</c>.</summary>
    /// <exception cref="InvalidQuestionnaireException">It has faults; all are listed.</exception>
    public static Questionnaire LoadBuiltIn()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var root = Resource("questionnaire.json", hash);
        var rules = root.GetProperty("rules");
        var tier = rules.GetProperty("tier");
        var order = 0;
        var categories = new List<Category>();
        foreach (var file in root.GetProperty("categories").EnumerateArray())
        {
            var c = Resource(file.GetString()!, hash);
            var id = c.GetProperty("id").GetString()!;
            var questions = c.GetProperty("questions").EnumerateArray().Select(q => QuestionOf(q, id, order++)).ToList();
            categories.Add(new Category(id, c.GetProperty("code").GetString()!, Text(c, "title"), c.GetProperty("weight").GetInt32(), questions));
        }

        return new Questionnaire(
            root.GetProperty("id").GetString()!,
            root.GetProperty("version").GetString()!,
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            Text(root, "title"),
            Text(root, "description"),
            new ScoringRules
            {
                Scale = Ints(rules, "scale"),
                Tier = new TierRule(
                    tier.GetProperty("criticality").GetString()!,
                    tier.GetProperty("reach").GetString()!,
                    tier.GetProperty("reachRaisesByAtMost").GetInt32(),
                    tier.GetProperty("raisedByOne").GetProperty("atLeast").GetInt32(),
                    Strings(tier.GetProperty("raisedByOne"), "questions")),
                Go = Ints(rules, "go"),
                Floor = Ints(rules, "floor"),
                NoGo = Ints(rules, "noGo"),
                FloorNeeds = rules.GetProperty("floorNeeds").GetInt32(),
                LinesNeedAskedPercent = rules.GetProperty("linesNeedAskedPercent").GetInt32(),
                GoNeedsCoveragePercent = rules.GetProperty("goNeedsCoveragePercent").GetInt32(),
                MaxNotApplicablePercent = rules.GetProperty("maxNotApplicablePercent").GetInt32(),
                MaxNotApplicablePercentOfCategory = rules.GetProperty("maxNotApplicablePercentOfCategory").GetInt32(),
                NoGoAtConditionals = [.. rules.GetProperty("noGoAtConditionals").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? (int?)null : v.GetInt32())],
                MaxWaivedHard = Ints(rules, "maxWaivedHard"),
                FullWeightFrom = rules.GetProperty("fullWeightFrom").GetInt32(),
                GoNeedsFullFormAtTier = rules.GetProperty("goNeedsFullFormAtTier").GetInt32(),
                RiskOfHardGate = rules.GetProperty("riskRank").GetProperty("hardGate").GetInt32(),
                RiskOfConditionalGate = rules.GetProperty("riskRank").GetProperty("conditionalGate").GetInt32(),
                EffortDays = rules.GetProperty("effortDays").EnumerateObject().ToDictionary(p => Enum.Parse<EffortSize>(p.Name), p => p.Value.GetDecimal()),
            },
            [.. root.GetProperty("context").EnumerateArray().Select(ContextOf)],
            [.. root.GetProperty("articlePoints").EnumerateArray().Select(p => new ArticlePoint(p.GetProperty("id").GetString()!, Text(p, "text")))],
            categories);
    }

    /// <summary>Reads a folder with a <c>questionnaire.json</c>, or one file with its categories inline.</summary>
    /// <exception cref="InvalidQuestionnaireException">It has faults; all are listed.</exception>
    public static Questionnaire Load(string path) => throw new NotImplementedException();

    private static ContextQuestion ContextOf(JsonElement c) => new()
    {
        Id = c.GetProperty("id").GetString()!,
        Kind = c.GetProperty("kind").GetString() == "level" ? ContextQuestionKind.Level : ContextQuestionKind.Multiple,
        Title = Text(c, "title"),
        Text = Text(c, "text"),
        Options = [.. c.GetProperty("options").EnumerateArray().Select(o => new ContextOption(o.GetProperty("id").GetString()!, Text(o, "text"), o.TryGetProperty("exclusive", out var e) && e.GetBoolean()))],
        Prefill = c.GetProperty("prefill").GetBoolean(),
        Effect = Text(c, "effect"),
        ArticlePoints = Strings(c, "articlePoints"),
    };

    private static Question QuestionOf(JsonElement q, string category, int order) => new()
    {
        Id = q.GetProperty("id").GetString()!,
        Order = order,
        CategoryId = category,
        Core = q.GetProperty("core").GetBoolean(),
        Weight = q.GetProperty("weight").GetInt32(),
        Effort = Enum.Parse<EffortSize>(q.GetProperty("effort").GetString()!),
        Text = Text(q, "text"),
        Help = Text(q, "help"),
        Levels = [.. q.GetProperty("levels").EnumerateArray().Select(TextOf)],
        NotApplicable = q.TryGetProperty("notApplicable", out var na) ? new NotApplicableRule(Text(na, "when"), Cond(na, "refusedWhen")) : null,
        VisibleWhen = Cond(q, "visibleWhen"),
        UnknownOpensGate = q.TryGetProperty("unknownOpensGate", out var u) && u.GetBoolean(),
        Gates = q.TryGetProperty("gates", out var gates)
            ? [.. gates.EnumerateArray().Select(g => new Gate(g.GetProperty("atMost").GetInt32(), Cond(g, "when"), Enum.Parse<GateEffect>(g.GetProperty("effect").GetString()!, ignoreCase: true), Text(g, "because")))]
            : [],
        Recommendation = Text(q, "recommendation"),
        Sources = [.. q.GetProperty("sources").EnumerateArray().Select(s => new Source(s.GetProperty("title").GetString()!, s.GetProperty("url").GetString()!, s.TryGetProperty("clause", out var cl) ? cl.GetString() : null))],
        ArticlePoints = Strings(q, "articlePoints"),
        Stories = Strings(q, "stories"),
    };

    private static Condition? Cond(JsonElement parent, string name) => parent.TryGetProperty(name, out var json) ? ConditionOf(json) : null;

    private static Condition ConditionOf(JsonElement json)
    {
        var first = json.EnumerateObject().First();
        return first.Name switch
        {
            "all" => new Condition.All([.. first.Value.EnumerateArray().Select(ConditionOf)]),
            "any" => new Condition.Any([.. first.Value.EnumerateArray().Select(ConditionOf)]),
            "not" => new Condition.Not(ConditionOf(first.Value)),
            _ when json.TryGetProperty("atLeast", out var level) => new Condition.AtLeast(first.Value.GetString()!, level.GetInt32()),
            _ when json.TryGetProperty("atMost", out var level) => new Condition.AtMost(first.Value.GetString()!, level.GetInt32()),
            _ => new Condition.Includes(first.Value.GetString()!, json.GetProperty("includes").GetString()!),
        };
    }

    private static LocalizedText Text(JsonElement parent, string name) => TextOf(parent.GetProperty(name));

    private static LocalizedText TextOf(JsonElement json) => new(json.GetProperty("en").GetString()!, json.GetProperty("fr").GetString()!);

    private static List<int> Ints(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(v => v.GetInt32())];

    private static List<string> Strings(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(v => v.GetString()!)];

    private static JsonElement Resource(string name, IncrementalHash hash)
    {
        using var stream = typeof(QuestionnaireLoader).Assembly.GetManifestResourceStream("DeploymentReadiness/" + name)
            ?? throw new InvalidQuestionnaireException([new QuestionnaireFault(name, "$", "The file is missing.")]);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        hash.AppendData(memory.ToArray());
        using var document = JsonDocument.Parse(memory.ToArray());
        return document.RootElement.Clone();
    }
}
