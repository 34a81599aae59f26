namespace DeployRisk.Domain.Questionnaires;

/// <summary>
/// A structured condition over context answers and, in gates, the levels of other questions.
/// A question without a level makes a comparison false.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>True when every part holds.</summary>
    public sealed record All(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>True when at least one part holds.</summary>
    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>True when the part does not hold.</summary>
    public sealed record Not(Condition Part) : Condition;

    /// <summary>True when the level (0-4) of the question is known and at least <paramref name="Level"/>.</summary>
    public sealed record AtLeast(string Question, int Level) : Condition;

    /// <summary>True when the level (0-4) of the question is known and at most <paramref name="Level"/>.</summary>
    public sealed record AtMost(string Question, int Level) : Condition;

    /// <summary>True when the multiple choice of a context question includes the option.</summary>
    public sealed record Includes(string Question, string Option) : Condition;

    /// <summary>The ids of all questions that the condition reads, in the order of writing, repeats included.</summary>
    public IEnumerable<string> Reads() => this switch
    {
        All all => all.Parts.SelectMany(part => part.Reads()),
        Any any => any.Parts.SelectMany(part => part.Reads()),
        Not not => not.Part.Reads(),
        AtLeast atLeast => [atLeast.Question],
        AtMost atMost => [atMost.Question],
        Includes includes => [includes.Question],
        _ => throw new InvalidOperationException($"Unknown condition {GetType().Name}."),
    };
}
