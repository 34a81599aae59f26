using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using RulesEngine.Models;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>
/// The questionnaire's gates as ordered rules of RulesEngine: of each question's rules the first that succeeds decides,
/// and its success event is the effect. What "I don't know" does to a gate is a rule too.
/// </summary>
internal sealed class GateRules(Questionnaire questionnaire, GateInputReader reader)
{
    public const string InputName = "sheet";

    /// <summary>The rules of each question that has gates, in their order.</summary>
    public IReadOnlyList<IReadOnlyList<GateRule>> ByQuestion() =>
    [
        .. questionnaire.Questions
            .Where(question => question.Gates.Count > 0)
            .Select(question => (IReadOnlyList<GateRule>)[.. Known(question), .. question.UnknownOpensGate ? UnknownOpens(question) : UnknownSoftens(question)]),
    ];

    private IEnumerable<GateRule> Known(Question question) => question.Gates.Select((gate, place) => RuleOf(
        $"{question.Id}/{place}",
        $"{Level(question)} >= 0 && !{Unknown(question)} && {Level(question)} <= {gate.AtMost}{And(Holds(gate.When))}",
        Decision(question, gate, gate.Effect, GateState.Open)));

    /// <summary>An unknown is level 0, one step softer.</summary>
    private IEnumerable<GateRule> UnknownSoftens(Question question) => question.Gates.Select((gate, place) => RuleOf(
        $"{question.Id}/{place}/unknown",
        $"{Unknown(question)}{And(Holds(gate.When))}",
        gate.Effect switch
        {
            GateEffect.Hard => Decision(question, gate, GateEffect.Conditional, GateState.Open),
            GateEffect.Conditional => Unverified(question, gate),
            _ => null,
        }));

    /// <summary>An unknown is level 0; where only a warning or nothing is left, a gate that could open is unverified.</summary>
    private IEnumerable<GateRule> UnknownOpens(Question question)
    {
        foreach (var (place, gate) in question.Gates.Index())
        {
            var found = $"{Unknown(question)}{And(Holds(gate.When))}";
            if (gate.Effect != GateEffect.Warning)
            {
                yield return RuleOf($"{question.Id}/{place}/unknown", found, Decision(question, gate, gate.Effect, GateState.Open));
                continue;
            }

            foreach (var rule in CouldOpen(question, found, $"{place}/warned"))
            {
                yield return rule;
            }

            yield return RuleOf($"{question.Id}/{place}/warned/none", found, null);
        }

        foreach (var rule in CouldOpen(question, Unknown(question), "unknown"))
        {
            yield return rule;
        }
    }

    private IEnumerable<GateRule> CouldOpen(Question question, string when, string name) => question.Gates.Index()
        .Where(pair => pair.Item.Effect != GateEffect.Warning)
        .Select(pair => RuleOf($"{question.Id}/{name}/{pair.Index}", $"{when}{And(CanHold(pair.Item.When))}", Unverified(question, pair.Item)));

    private static GateRule RuleOf(string name, string expression, GateDecision? decision) => new(
        new Rule
        {
            RuleName = name,
            RuleExpressionType = RuleExpressionType.LambdaExpression,
            Expression = expression,
            SuccessEvent = decision is null ? "None" : $"{decision.Effect}, {decision.State}",
        },
        decision);

    private static GateDecision Decision(Question question, Gate gate, GateEffect effect, GateState state) => new(question.Id, gate.Because, effect, state);

    private static GateDecision Unverified(Question question, Gate gate) => Decision(question, gate, GateEffect.Conditional, GateState.Unverified);

    private static string And(string? expression) => expression is null ? string.Empty : $" && {expression}";

    private string? Holds(Condition? condition) => condition is null ? null : Expression(condition, questionsAreOpen: false, wanted: true);

    private string? CanHold(Condition? condition) => condition is null ? null : Expression(condition, questionsAreOpen: true, wanted: true);

    /// <summary>The condition; with open questions, whether it can come out as wanted when their comparisons may come out either way.</summary>
    private string Expression(Condition condition, bool questionsAreOpen, bool wanted)
    {
        string Joined(IReadOnlyList<Condition> parts, bool every) =>
            $"({string.Join(every ? " && " : " || ", parts.Select(part => Expression(part, questionsAreOpen, wanted)))})";

        string Wanted(string comparison) => wanted ? comparison : $"!{comparison}";

        bool IsOpen(string id) => questionsAreOpen && questionnaire.FindQuestion(id) is not null;

        return condition switch
        {
            Condition.All all => Joined(all.Parts, wanted),
            Condition.Any any => Joined(any.Parts, !wanted),
            Condition.Not not => Expression(not.Part, questionsAreOpen, !wanted),
            Condition.AtLeast { Question: var id } when IsOpen(id) => "true",
            Condition.AtMost { Question: var id } when IsOpen(id) => "true",
            Condition.AtLeast atLeast => Wanted($"({LevelOf(atLeast.Question)} >= {atLeast.Level})"),
            Condition.AtMost atMost => Wanted($"({LevelOf(atMost.Question)} >= 0 && {LevelOf(atMost.Question)} <= {atMost.Level})"),
            Condition.Includes includes => Wanted($"{InputName}.Chosen[{reader.IndexOfOption(includes.Question, includes.Option)}]"),
            _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
        };
    }

    private string LevelOf(string id) => questionnaire.FindQuestion(id) is { } question
        ? Level(question)
        : $"{InputName}.Context[{reader.IndexOfContext(id)}]";

    private static string Level(Question question) => $"{InputName}.Levels[{question.Order}]";

    private static string Unknown(Question question) => $"{InputName}.Unknown[{question.Order}]";
}
