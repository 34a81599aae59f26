using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Tests.Builders;

/// <summary>Small questionnaires for tests, with the rules of the built-in one.</summary>
internal sealed class QuestionnaireBuilder
{
    private static readonly (string Id, string Code)[] Names =
    [
        ("availability", "AVA"), ("users", "USR"), ("cost", "CST"), ("regulation", "REG"), ("tests", "TST"),
    ];

    private readonly List<(string Category, Question Question)> _questions = [];
    private readonly Dictionary<string, int> _weights = [];
    private ScoringRules _rules = DefaultRules;

    public static ScoringRules DefaultRules { get; } = new()
    {
        Scale = [0, 20, 50, 80, 100],
        Tier = new TierRule("CTX-1", "CTX-2", 1, 3, ["CTX-5", "CTX-6", "CTX-7"]),
        Go = [50, 50, 60, 70, 80],
        Floor = [40, 40, 40, 50, 50],
        NoGo = [30, 30, 40, 50, 60],
        FloorNeeds = 3,
        LinesNeedAskedPercent = 50,
        GoNeedsCoveragePercent = 85,
        MaxNotApplicablePercent = 40,
        MaxNotApplicablePercentOfCategory = 50,
        NoGoAtConditionals = [null, 5, 3, 2, 2],
        MaxWaivedHard = [3, 3, 2, 1, 1],
        FullWeightFrom = 3,
        GoNeedsFullFormAtTier = 4,
        RiskOfHardGate = 40,
        RiskOfConditionalGate = 20,
        EffortDays = new Dictionary<EffortSize, decimal> { [EffortSize.S] = 0.5m, [EffortSize.M] = 3, [EffortSize.L] = 10 },
    };

    public static Gate Gate(int atMost, GateEffect effect, Condition? when = null, string because = "because") =>
        new(atMost, when, effect, Text(because));

    public static LocalizedText Text(string text) => new(text, text + " (fr)");

    public QuestionnaireBuilder Rules(Func<ScoringRules, ScoringRules> change)
    {
        _rules = change(_rules);
        return this;
    }

    public QuestionnaireBuilder CategoryWeight(string category, int weight)
    {
        _weights[category] = weight;
        return this;
    }

    public QuestionnaireBuilder Ask(
        string id,
        int weight = 1,
        EffortSize effort = EffortSize.M,
        bool core = true,
        bool unknownOpensGate = false,
        Condition? visibleWhen = null,
        NotApplicableRule? notApplicable = null,
        params Gate[] gates)
    {
        var category = Names.Single(name => id.StartsWith(name.Code, StringComparison.Ordinal)).Id;
        _questions.Add((category, new Question
        {
            Id = id,
            Order = _questions.Count,
            CategoryId = category,
            Core = core,
            Weight = weight,
            Effort = effort,
            Text = Text(id),
            Help = Text("help"),
            Levels = [.. Enumerable.Range(0, 5).Select(level => Text($"level {level}"))],
            NotApplicable = notApplicable,
            VisibleWhen = visibleWhen,
            UnknownOpensGate = unknownOpensGate,
            Gates = gates,
            Recommendation = Text($"do {id}"),
            Sources = [],
            ArticlePoints = [],
            Stories = [],
        }));
        return this;
    }

    public Questionnaire Build()
    {
        // Orders follow the categories, whatever the order of asking was.
        var categories = new List<Category>();
        var order = 0;
        foreach (var (id, code) in Names.Where(name => _questions.Exists(pair => pair.Category == name.Id)))
        {
            var questions = _questions.Where(pair => pair.Category == id).Select(pair => pair.Question with { Order = order++ }).ToList();
            categories.Add(new Category(id, code, Text(id), _weights.GetValueOrDefault(id, 1), questions));
        }

        return new Questionnaire("test", "1", new string('0', 64), Text("Test"), Text("Test"), _rules, Context(), [], [], categories);
    }

    private static List<ContextQuestion> Context()
    {
        var levels = Enumerable.Range(1, 8).Select(number => new ContextQuestion
        {
            Id = $"CTX-{number}",
            Kind = ContextQuestionKind.Level,
            Title = Text("title"),
            Text = Text("text"),
            Options = [.. Enumerable.Range(0, 5).Select(level => new ContextOption($"{level}", Text("option"), false))],
            Prefill = true,
            Effect = Text("effect"),
            ArticlePoints = [],
        });
        var choice = new ContextQuestion
        {
            Id = "CTX-9",
            Kind = ContextQuestionKind.Multiple,
            Title = Text("title"),
            Text = Text("text"),
            Options = [new("data", Text("data"), false), new("money", Text("money"), false), new("none", Text("none"), true)],
            Prefill = false,
            Effect = Text("effect"),
            ArticlePoints = [],
        };
        return [.. levels, choice];
    }
}
