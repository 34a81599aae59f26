namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads conditions.</summary>
internal static class ConditionReader
{
    public static Condition Read(JsonItem json)
    {
        if (!json.IsObject)
        {
            json.Find("all");
            return new Condition.All([]);
        }

        if (json.Has("all") || json.Has("any"))
        {
            return ReadParts(json);
        }

        if (json.Find("not") is { } not)
        {
            var part = Read(not);
            json.NothingElse();
            return new Condition.Not(part);
        }

        return ReadComparison(json);
    }

    private static Condition ReadParts(JsonItem json)
    {
        var isAll = json.Has("all");
        IReadOnlyList<Condition> parts = [.. json.Get(isAll ? "all" : "any").Items(least: 1).Select(Read)];
        json.NothingElse();
        return isAll ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private static Condition ReadComparison(JsonItem json)
    {
        var question = json.Get("question").Text();
        var (atLeast, atMost, includes) = (json.Find("atLeast"), json.Find("atMost"), json.Find("includes"));
        json.NothingElse();
        if (new[] { atLeast, atMost, includes }.Count(item => item is not null) != 1)
        {
            json.Fault("A condition is one of \"all\", \"any\", \"not\", or a \"question\" with exactly one of \"atLeast\", \"atMost\", \"includes\".");
        }

        if (atLeast is not null)
        {
            return new Condition.AtLeast(question, atLeast.Number(1, Question.TopLevel));
        }

        return atMost is not null
            ? new Condition.AtMost(question, atMost.Number(0, Question.TopLevel - 1))
            : new Condition.Includes(question, includes?.Text() ?? string.Empty);
    }
}
