using BenchmarkDotNet.Attributes;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>
/// A whole score card (readiness, gates, verdict, reasons, contributions) of a full assessment of the built-in
/// questionnaire, beside its gates alone decided by RulesEngine from the same answer sheet.
/// </summary>
public class ScoreCardBenchmark
{
    /// <summary>Random sheets on which both must decide the same before anything is measured.</summary>
    private const int Checked = 300;

    private readonly Questionnaire _questionnaire = QuestionnaireLoader.LoadBuiltIn();
    private readonly GatesOfRulesEngine _rules;
    private AnswerSheet _sheet = null!;

    public ScoreCardBenchmark() => _rules = new GatesOfRulesEngine(_questionnaire);

    /// <summary>Which answers: all at level 3, mixed, or the worst there are.</summary>
    [Params("all level 3", "mixed", "all level 0", "all unknown")]
    public string Answers { get; set; } = "mixed";

    /// <summary>Compiles the rules on both sides, which is not measured, and checks that they decide the same.</summary>
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
        await CheckAsync("the sheet measured", _sheet);
        for (var seed = 0; seed < Checked; seed++)
        {
            await CheckAsync($"random sheet {seed}", Sheets.Random(_questionnaire, seed));
        }
    }

    [Benchmark]
    public ScoreCard ScoreCard() => Scorer.Score(_questionnaire, _sheet, ScoringMode.Submission);

    [Benchmark(Baseline = true)]
    public async Task<object> OrderedRulesAsync() => await _rules.DecideOrderedAsync(_sheet);

    [Benchmark]
    public async Task<object> NestedRulesAsync() => await _rules.DecideNestedAsync(_sheet);

    private async Task CheckAsync(string name, AnswerSheet sheet)
    {
        var ours = Scorer.Score(_questionnaire, sheet, ScoringMode.Submission).Gates.Select(gate => GateDecision.Of(gate, _questionnaire)).ToList();
        if (!ours.SequenceEqual(await _rules.DecideOrderedAsync(sheet)) || !ours.SequenceEqual(await _rules.DecideNestedAsync(sheet)))
        {
            throw new InvalidOperationException($"RulesEngine decides other gates than the score card on {name}.");
        }
    }
}
