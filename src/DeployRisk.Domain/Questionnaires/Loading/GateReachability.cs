using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>
/// Finds gate rules that can never fire because an earlier rule always wins, or because their condition never holds
/// where the question is asked. Every case that the conditions can tell apart is tried.
/// </summary>
internal sealed class GateReachability(Question question, Dictionary<string, ContextQuestion> context, Dictionary<string, Question> questions)
{
    private const int MaxCases = 200_000;

    public void Report(IReadOnlyList<JsonItem> places)
    {
        foreach (var (index, gate) in question.Gates.Index())
        {
            // At its highest level a rule meets the fewest earlier rules.
            var earlier = question.Gates.Take(index).Where(rule => rule.AtMost >= gate.AtMost).ToList();
            if (earlier.Exists(rule => rule.When is null))
            {
                places[index].Fault("This rule can never fire: an earlier rule without a condition always wins.");
            }
            else if (!CanFire(gate, earlier))
            {
                places[index].Fault("This rule can never fire: whenever its condition holds, an earlier rule wins or the question is not asked.");
            }
        }
    }

    private bool CanFire(Gate gate, List<Gate> earlier)
    {
        var conditions = earlier.Select(rule => rule.When!).Append(gate.When).Append(question.VisibleWhen).OfType<Condition>().ToList();
        var reads = Reads(conditions);
        if (reads.Aggregate(1.0, (product, read) => product * read.Cases.Count) > MaxCases)
        {
            return true;
        }

        return Cases(reads, 0, new Case()).Any(found =>
            Holds(gate.When, found) && Holds(question.VisibleWhen, found) && !earlier.Exists(rule => Holds(rule.When, found)));
    }

    private static bool Holds(Condition? condition, Case found) =>
        Conditions.Holds(condition, id => found.Levels.TryGetValue(id, out var level) ? level : null, found.Context);

    private List<(string Id, List<object?> Cases)> Reads(List<Condition> conditions)
    {
        var comparisons = conditions.SelectMany(Comparisons).ToList();
        return
        [
            .. comparisons.GroupBy(comparison => comparison.Reads().Single(), StringComparer.Ordinal)
                .Select(group => (group.Key, CasesOf(group.Key, [.. group]))),
        ];
    }

    private static IEnumerable<Condition> Comparisons(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Comparisons),
        Condition.Any any => any.Parts.SelectMany(Comparisons),
        Condition.Not not => Comparisons(not.Part),
        _ => [condition],
    };

    /// <summary>One level of each interval that the comparisons tell apart, or one choice of each set of options.</summary>
    private List<object?> CasesOf(string id, List<Condition> comparisons)
    {
        if (context.TryGetValue(id, out var read) && read.Kind == ContextQuestionKind.Multiple)
        {
            return Choices(read, [.. comparisons.OfType<Condition.Includes>().Select(includes => includes.Option).Distinct()]);
        }

        var lows = comparisons
            .Select(comparison => comparison is Condition.AtLeast atLeast ? atLeast.Level : ((Condition.AtMost)comparison).Level + 1)
            .Append(0)
            .Distinct();
        var withoutLevel = questions.ContainsKey(id) ? new object?[] { null } : [];
        return [.. withoutLevel, .. lows.Select(low => (object?)low)];
    }

    private static List<object?> Choices(ContextQuestion read, List<string> options)
    {
        var exclusive = read.Options.Where(option => option.Exclusive).Select(option => option.Id).ToHashSet();
        var choices = new List<object?>();
        for (var mask = 0; mask < 1 << options.Count; mask++)
        {
            var chosen = options.Where((_, bit) => (mask & (1 << bit)) != 0).ToList();
            if (chosen.Count <= 1 || !chosen.Exists(exclusive.Contains))
            {
                choices.Add(chosen);
            }
        }

        return choices;
    }

    private static IEnumerable<Case> Cases(List<(string Id, List<object?> Cases)> reads, int index, Case found)
    {
        if (index == reads.Count)
        {
            yield return found;
            yield break;
        }

        var (id, cases) = reads[index];
        foreach (var value in cases)
        {
            found.Set(id, value);
            foreach (var complete in Cases(reads, index + 1, found))
            {
                yield return complete;
            }
        }
    }

    private sealed class Case
    {
        private readonly Dictionary<string, IReadOnlyList<string>> _choices = new(StringComparer.Ordinal);

        public Case() => Context = new ReleaseContext(Levels, _choices);

        public Dictionary<string, int> Levels { get; } = new(StringComparer.Ordinal);

        public ReleaseContext Context { get; }

        public void Set(string id, object? value)
        {
            Levels.Remove(id);
            switch (value)
            {
                case int level:
                    Levels[id] = level;
                    break;
                case List<string> chosen:
                    _choices[id] = chosen;
                    break;
            }
        }
    }
}
