using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Evaluates conditions.</summary>
internal static class Conditions
{
    /// <summary>Whether the condition holds; a level that is null makes a comparison false.</summary>
    public static bool Holds(Condition? condition, Func<string, int?> level, ReleaseContext context) => condition switch
    {
        null => true,
        Condition.All all => all.Parts.All(part => Holds(part, level, context)),
        Condition.Any any => any.Parts.Any(part => Holds(part, level, context)),
        Condition.Not not => !Holds(not.Part, level, context),
        Condition.AtLeast atLeast => level(atLeast.Question) >= atLeast.Level,
        Condition.AtMost atMost => level(atMost.Question) <= atMost.Level,
        Condition.Includes includes => context.Includes(includes.Question, includes.Option),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };

    /// <summary>Of a condition that holds, what it holds by: alternatives that do not hold are left out.</summary>
    public static Condition Holding(Condition condition, Func<string, int?> level, ReleaseContext context) => condition switch
    {
        Condition.All all => new Condition.All([.. all.Parts.Select(part => Holding(part, level, context))]),
        Condition.Any any => any.Parts.Where(part => Holds(part, level, context)).Select(part => Holding(part, level, context)).ToList() switch
        {
            [] => condition,
            [var only] => only,
            var several => new Condition.Any(several),
        },
        _ => condition,
    };
}
