using System.Numerics;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Recommendations;

/// <summary>The demands of a Go in whole numbers: gain and cover needed, and what each raise costs and brings.</summary>
internal sealed class PathProblem
{
    /// <summary>Room for the number of raised questions in the low digits of a cost.</summary>
    public const int CostPerUnit = 4096;

    private readonly Reading _start;
    private readonly Tally _tally;
    private readonly Dictionary<string, Int128> _gainPerValue = [];
    private readonly int _floor;

    public PathProblem(Reading start)
    {
        _start = start;
        _tally = new Tally(start);
        var rules = start.Questionnaire.Rules;
        var tier = InherentRisk.TierOf(rules, start.Context);
        _floor = rules.Floor[tier];

        // Readiness times this common multiple is a whole number.
        var multiple = _tally.Categories.Where(category => category.AskedWeight > 0)
            .Aggregate(BigInteger.One, (product, category) => product * category.AskedWeight / BigInteger.GreatestCommonDivisor(product, category.AskedWeight));
        BigInteger present = 0;
        foreach (var category in _tally.Categories.Where(category => category.AskedWeight > 0))
        {
            var factor = category.WeightInFulls * multiple / category.AskedWeight;
            _gainPerValue[category.Category.Id] = (Int128)factor;
            present += factor * category.Value;
        }

        var line = LinesApply(rules) ? Math.Max(rules.Go[tier], rules.NoGo[tier]) : 0;
        Gain = (Int128)BigInteger.Max(0, (line * multiple * _tally.TotalWeight) - present);
        Cover = start.Mode == ScoringMode.Submission ? CoverNeeded(rules.GoNeedsCoveragePercent) : 0;
    }

    /// <summary>Readiness that is missing to the Go line.</summary>
    public Int128 Gain { get; }

    /// <summary>Weight of unknown questions that must get a level.</summary>
    public int Cover { get; }

    /// <summary>What the category misses to its floor.</summary>
    public Int128 FloorOf(Category category)
    {
        var tally = _tally.Categories.Single(candidate => candidate.Category.Id == category.Id);
        return tally.AskedQuestions < _start.Questionnaire.Rules.FloorNeeds
            ? 0
            : Math.Max(0, (_floor * tally.AskedWeight) - tally.Value) * _gainPerValue[category.Id];
    }

    /// <summary>The ways to treat the question whose gates are no condition in this reading of the others.</summary>
    /// <param name="question">An asked question.</param>
    /// <param name="others">The answers as gates find them.</param>
    /// <param name="within">The levels to which gates of others bind it; null: any.</param>
    public IReadOnlyList<RaiseOption> OptionsOf(Question question, Reading others, Interval? within)
    {
        var present = _start.Level(question);
        var unknown = _start.State(question) == QuestionState.Unknown;
        var options = new List<RaiseOption>();
        for (var level = present + 1; level <= Question.TopLevel; level++)
        {
            if ((within?.Contains(level) ?? true) && !Gates.AtLevel(question, level, others).IsCondition)
            {
                options.Add(new RaiseOption(level, PointOf(question, present, level, unknown)));
            }
        }

        var stays = unknown ? Gates.AsUnknown(question, others) : Gates.AtLevel(question, present, others);
        if ((within?.Contains(present) ?? true) && !stays.IsCondition)
        {
            options.Add(new RaiseOption(null, default));
        }

        return options;
    }

    private FrontPoint PointOf(Question question, int present, int level, bool unknown)
    {
        var rules = _start.Questionnaire.Rules;
        var value = rules.Scale[level] - (unknown ? 0 : rules.Scale[present]);
        return new FrontPoint(
            ((level - present) * Effort.UnitsOfOneStep(question, rules) * CostPerUnit) + 1,
            unknown && Cover > 0 ? question.Weight : 0,
            question.Weight * value * _gainPerValue[question.CategoryId]);
    }

    private bool LinesApply(ScoringRules rules) => _tally.Readiness is not null
        && (_start.Mode == ScoringMode.Submission || _tally.AskedWeight * 100L >= (long)_tally.ApplicableWeight * rules.LinesNeedAskedPercent);

    private int CoverNeeded(int percent)
    {
        var applicable = _tally.Categories.Sum(category => category.ApplicableWeight);
        var covered = _tally.Categories.Sum(category => category.LevelWeight);
        var needed = ((applicable * percent) + 99) / 100;
        return Math.Max(0, needed - covered);
    }
}
