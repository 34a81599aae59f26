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

    /// <summary>Whether the condition can hold in this context; what it reads of other questions counts as possible.</summary>
    public static bool CanHold(Condition? condition, Questionnaire questionnaire, ReleaseContext context) =>
        Possible(condition, id => questionnaire.FindQuestion(id) is not null, context).CanBeTrue;

    private static Possibility Possible(Condition? condition, Func<string, bool> isQuestion, ReleaseContext context)
    {
        switch (condition)
        {
            case null:
                return new Possibility(true, false);
            case Condition.All all:
                var every = all.Parts.Select(part => Possible(part, isQuestion, context)).ToList();
                return new Possibility(every.TrueForAll(part => part.CanBeTrue), every.Exists(part => part.CanBeFalse));
            case Condition.Any any:
                var some = any.Parts.Select(part => Possible(part, isQuestion, context)).ToList();
                return new Possibility(some.Exists(part => part.CanBeTrue), some.TrueForAll(part => part.CanBeFalse));
            case Condition.Not not:
                var inner = Possible(not.Part, isQuestion, context);
                return new Possibility(inner.CanBeFalse, inner.CanBeTrue);
            case Condition.AtLeast { Question: var id } when isQuestion(id):
            case Condition.AtMost { Question: var other } when isQuestion(other):
                return new Possibility(true, true);
            default:
                var holds = Holds(condition, context.Level, context);
                return new Possibility(holds, !holds);
        }
    }

    private readonly record struct Possibility(bool CanBeTrue, bool CanBeFalse);
}
