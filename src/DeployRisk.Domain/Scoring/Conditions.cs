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
}
