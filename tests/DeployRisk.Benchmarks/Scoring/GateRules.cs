using DeployRisk.Domain.Questionnaires;
using RulesEngine.Models;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>The questionnaire's gates as rules of RulesEngine: one rule a gate, an expression over <see cref="GateInput"/>.</summary>
internal sealed class GateRules(Questionnaire questionnaire)
{
    public const string WorkflowName = "gates";

    public const string InputName = "sheet";

    private readonly List<string> _contextIds = [.. questionnaire.Context.Select(question => question.Id)];
    private readonly List<(string Question, string Option)> _options = [.. GateInput.Options(questionnaire)];

    public Workflow Workflow() => new()
    {
        WorkflowName = WorkflowName,
        Rules = [.. questionnaire.Questions.SelectMany(question => question.Gates.Select((gate, place) => RuleOf(question, gate, place)))],
    };

    private Rule RuleOf(Question question, Gate gate, int place)
    {
        var level = $"{InputName}.Levels[{question.Order}]";
        var when = gate.When is null ? string.Empty : $" && {Expression(gate.When)}";
        return new Rule
        {
            RuleName = $"{question.Id}/{place}",
            RuleExpressionType = RuleExpressionType.LambdaExpression,
            Expression = $"{level} >= 0 && {level} <= {gate.AtMost}{when}",
        };
    }

    private string Expression(Condition condition) => condition switch
    {
        Condition.All all => $"({string.Join(" && ", all.Parts.Select(Expression))})",
        Condition.Any any => $"({string.Join(" || ", any.Parts.Select(Expression))})",
        Condition.Not not => $"!({Expression(not.Part)})",
        Condition.AtLeast atLeast => $"{LevelOf(atLeast.Question)} >= {atLeast.Level}",
        Condition.AtMost atMost => $"({LevelOf(atMost.Question)} >= 0 && {LevelOf(atMost.Question)} <= {atMost.Level})",
        Condition.Includes includes => $"{InputName}.Chosen[{_options.IndexOf((includes.Question, includes.Option))}]",
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };

    private string LevelOf(string id) => questionnaire.FindQuestion(id) is { } question
        ? $"{InputName}.Levels[{question.Order}]"
        : $"{InputName}.Context[{_contextIds.IndexOf(id)}]";
}
