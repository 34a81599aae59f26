using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using RulesEngine.Models;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>The gates decided by RulesEngine, in two ways that its documentation shows: ordered rules, or nested ones.</summary>
internal sealed class GatesOfRulesEngine
{
    private const string Ordered = "ordered";
    private const string Nested = "nested";

    private readonly GateInputReader _reader;
    private readonly IReadOnlyList<IReadOnlyList<GateRule>> _questions;
    private readonly RulesEngine.RulesEngine _engine;

    public GatesOfRulesEngine(Questionnaire questionnaire)
    {
        _reader = new GateInputReader(questionnaire);
        _questions = new GateRules(questionnaire, _reader).ByQuestion();
        var ordered = new Workflow { WorkflowName = Ordered, Rules = [.. _questions.SelectMany(rules => rules.Select(rule => rule.Rule))] };
        var nested = new Workflow { WorkflowName = Nested, Rules = [.. _questions.Select(FirstOf)] };

        // What costs time and is not used here is off, and nested rules end at the first that succeeds.
        var settings = new ReSettings
        {
            EnableScopedParams = false,
            EnableFormattedErrorMessage = false,
            NestedRuleExecutionMode = NestedRuleExecutionMode.Performance,
        };
        _engine = new RulesEngine.RulesEngine([ordered, nested], settings);
    }

    /// <summary>One workflow of all rules; the first of each question that succeeded decides.</summary>
    public async ValueTask<List<GateDecision>> DecideOrderedAsync(AnswerSheet sheet)
    {
        var results = await _engine.ExecuteAllRulesAsync(Ordered, Input(sheet));
        var decisions = new List<GateDecision>();
        var place = 0;
        foreach (var rules in _questions)
        {
            for (var rule = 0; rule < rules.Count; rule++)
            {
                if (results[place + rule].IsSuccess)
                {
                    Add(rules[rule], decisions);
                    break;
                }
            }

            place += rules.Count;
        }

        return decisions;
    }

    /// <summary>One rule a question, its rules nested in it; the last that was run decides when it succeeded.</summary>
    public async ValueTask<List<GateDecision>> DecideNestedAsync(AnswerSheet sheet)
    {
        var results = await _engine.ExecuteAllRulesAsync(Nested, Input(sheet));
        var decisions = new List<GateDecision>();
        for (var question = 0; question < results.Count; question++)
        {
            if (results[question].IsSuccess)
            {
                Add(_questions[question][((List<RuleResultTree>)results[question].ChildResults).Count - 1], decisions);
            }
        }

        return decisions;
    }

    private RuleParameter Input(AnswerSheet sheet) => new(GateRules.InputName, _reader.Read(sheet));

    private static void Add(GateRule rule, List<GateDecision> decisions)
    {
        if (rule.Decision is { } decision)
        {
            decisions.Add(decision);
        }
    }

    private static Rule FirstOf(IReadOnlyList<GateRule> rules) =>
        new() { RuleName = $"first: {rules[0].Rule.RuleName}", Operator = "Or", Rules = [.. rules.Select(rule => rule.Rule)] };
}
