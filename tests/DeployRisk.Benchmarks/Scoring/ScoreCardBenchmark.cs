using BenchmarkDotNet.Attributes;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using RulesEngine.Models;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>
/// A whole score card (readiness, gates, verdict, reasons, contributions) of a full assessment of the built-in
/// questionnaire, beside the gates alone in RulesEngine.
/// </summary>
public class ScoreCardBenchmark
{
    private readonly Questionnaire _questionnaire = QuestionnaireLoader.LoadBuiltIn();
    private readonly RulesEngine.RulesEngine _rules;
    private AnswerSheet _sheet = null!;
    private RuleParameter _input = null!;

    public ScoreCardBenchmark() => _rules = new RulesEngine.RulesEngine([new GateRules(_questionnaire).Workflow()]);

    /// <summary>Which answers: all at level 3, mixed, or the worst there are.</summary>
    [Params("all level 3", "mixed", "all level 0", "all unknown")]
    public string Answers { get; set; } = "mixed";

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _sheet = Answers switch
        {
            "all level 3" => Sheets.Uniform(_questionnaire, new Answer.AtLevel(3)),
            "all level 0" => Sheets.Uniform(_questionnaire, new Answer.AtLevel(0)),
            "all unknown" => Sheets.Uniform(_questionnaire, Answer.DontKnow),
            _ => Sheets.Random(_questionnaire, 1),
        };
        _input = new RuleParameter(GateRules.InputName, new GateInput(_questionnaire, _sheet));

        // The rules are compiled by the first run, which is not measured.
        var results = await RulesEngineAsync();
        if (results.FirstOrDefault(result => !string.IsNullOrEmpty(result.ExceptionMessage)) is { } failed)
        {
            throw new InvalidOperationException($"{failed.Rule.RuleName}: {failed.ExceptionMessage}");
        }
    }

    [Benchmark]
    public ScoreCard ScoreCard() => Scorer.Score(_questionnaire, _sheet, ScoringMode.Submission);

    [Benchmark(Baseline = true)]
    public async Task<List<RuleResultTree>> RulesEngineAsync() => await _rules.ExecuteAllRulesAsync(GateRules.WorkflowName, _input);
}
