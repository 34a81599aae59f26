using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Turns conditions into functions over the slots of a reading.</summary>
internal static class CompiledCondition
{
    /// <summary>Whether the condition holds; a slot without a level makes a comparison false.</summary>
    public static Func<int[], bool> Holds(Condition condition, Slots slots) => Compile(condition, true, slots, questionsAreOpen: false);

    /// <summary>Whether the condition can hold in this context; what it reads of other questions counts as possible.</summary>
    public static Func<int[], bool> CanHold(Condition condition, Slots slots) => Compile(condition, true, slots, questionsAreOpen: true);

    /// <summary>Whether the condition comes out (or can come out) as <paramref name="wanted"/>.</summary>
    private static Func<int[], bool> Compile(Condition condition, bool wanted, Slots slots, bool questionsAreOpen)
    {
        Func<int[], bool>[] Parts(IReadOnlyList<Condition> parts) =>
            [.. parts.Select(part => Compile(part, wanted, slots, questionsAreOpen))];

        return condition switch
        {
            Condition.All all => wanted ? Every(Parts(all.Parts)) : Some(Parts(all.Parts)),
            Condition.Any any => wanted ? Some(Parts(any.Parts)) : Every(Parts(any.Parts)),
            Condition.Not not => Compile(not.Part, !wanted, slots, questionsAreOpen),
            Condition.AtLeast { Question: var id } when questionsAreOpen && slots.IsQuestion(id) => static _ => true,
            Condition.AtMost { Question: var id } when questionsAreOpen && slots.IsQuestion(id) => static _ => true,
            Condition.AtLeast { Level: var level } atLeast => Between(slots.OfLevel(atLeast.Question), Math.Max(0, level), int.MaxValue, wanted),
            Condition.AtMost { Level: var level } atMost => Between(slots.OfLevel(atMost.Question), 0, level, wanted),
            Condition.Includes includes => Between(slots.OfOption(includes.Question, includes.Option), 1, 1, wanted),
            _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
        };
    }

    private static Func<int[], bool> Between(int slot, int low, int high, bool wanted) =>
        values => (values[slot] >= low && values[slot] <= high) == wanted;

    private static Func<int[], bool> Every(Func<int[], bool>[] parts) => values =>
    {
        foreach (var part in parts)
        {
            if (!part(values))
            {
                return false;
            }
        }

        return true;
    };

    private static Func<int[], bool> Some(Func<int[], bool>[] parts) => values =>
    {
        foreach (var part in parts)
        {
            if (part(values))
            {
                return true;
            }
        }

        return false;
    };
}
