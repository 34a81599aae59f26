namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads categories and their questions.</summary>
internal sealed class CategoryReader
{
    private readonly List<Located<Question>> _questions = [];

    /// <summary>Every question read so far, with its place.</summary>
    public IReadOnlyList<Located<Question>> Questions => _questions;

    public Category Read(JsonItem json)
    {
        json.Find("$schema");
        var id = json.Get("id").Text();
        var category = new Category(
            id,
            json.Get("code").Text(),
            json.Get("title").Localized(),
            json.Get("weight").Number(1, 100),
            [.. json.Get("questions").Items(least: 1).Select(question => ReadQuestion(question, id))]);
        json.NothingElse();
        return category;
    }

    private Question ReadQuestion(JsonItem json, string category)
    {
        var question = new Question
        {
            Id = json.Get("id").Text(),
            Order = _questions.Count,
            CategoryId = category,
            Core = json.Get("core").Flag(),
            Weight = json.Get("weight").Number(1, Question.MaxWeight),
            Effort = json.Get("effort").OneOf(("S", EffortSize.S), ("M", EffortSize.M), ("L", EffortSize.L)),
            Text = json.Get("text").Localized(),
            Help = json.Get("help").Localized(),
            Levels = [.. json.Get("levels").Exactly(Question.LevelCount).Select(level => level.Localized())],
            NotApplicable = json.Find("notApplicable") is { } rule ? ReadNotApplicable(rule) : null,
            VisibleWhen = json.Find("visibleWhen") is { } visible ? ConditionReader.Read(visible) : null,
            UnknownOpensGate = json.Find("unknownOpensGate")?.Flag() ?? false,
            Gates = [.. json.Find("gates")?.Items().Select(ReadGate) ?? []],
            Recommendation = json.Get("recommendation").Localized(),
            Sources = [.. json.Get("sources").Items().Select(SourceReader.Read)],
            ArticlePoints = json.Get("articlePoints").Words(),
            Stories = json.Get("stories").Words(),
        };
        json.NothingElse();
        _questions.Add(new Located<Question>(question, json));
        return question;
    }

    private static NotApplicableRule ReadNotApplicable(JsonItem json)
    {
        var rule = new NotApplicableRule(
            json.Get("when").Localized(),
            json.Find("refusedWhen") is { } refused ? ConditionReader.Read(refused) : null);
        json.NothingElse();
        return rule;
    }

    private static Gate ReadGate(JsonItem json)
    {
        var gate = new Gate(
            json.Get("atMost").Number(0, Question.TopLevel - 1),
            json.Find("when") is { } when ? ConditionReader.Read(when) : null,
            json.Get("effect").OneOf(("hard", GateEffect.Hard), ("conditional", GateEffect.Conditional), ("warning", GateEffect.Warning)),
            json.Get("because").Localized());
        json.NothingElse();
        return gate;
    }
}
