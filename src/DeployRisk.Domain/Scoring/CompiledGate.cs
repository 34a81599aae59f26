using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A gate rule, its condition as functions.</summary>
internal sealed class CompiledGate(Question question, Gate rule, Slots slots)
{
    private const int Kinds = (int)ReasonKind.AllClear + 1;

    /// <summary>The reasons given so far, by kind and by the level that lifts them: a gate always says the same.</summary>
    private readonly Reason?[] _reasons = new Reason?[Kinds * (Question.LevelCount + 1)];
    private readonly Func<int[], bool>? _holds = rule.When is { } condition ? CompiledCondition.Holds(condition, slots) : null;
    private readonly Func<int[], bool>? _canHold = rule.When is { } condition ? CompiledCondition.CanHold(condition, slots) : null;

    public Gate Rule { get; } = rule;

    public GateSeverity Severity { get; } = rule.Effect switch
    {
        GateEffect.Warning => GateSeverity.Warning,
        GateEffect.Conditional => GateSeverity.Conditional,
        _ => GateSeverity.Hard,
    };

    /// <summary>Whether the rule matches this level of its question.</summary>
    public bool Matches(int level, int[] values) => level <= Rule.AtMost && (_holds is null || _holds(values));

    /// <summary>Whether the rule's condition can hold in this context.</summary>
    public bool CanHold(int[] values) => _canHold is null || _canHold(values);

    /// <summary>The reason that the gate gives, lifted from this level on; null: from none.</summary>
    public Reason Reason(ReasonKind kind, Verdict verdict, int? lift)
    {
        var place = ((int)kind * (Question.LevelCount + 1)) + (lift ?? Question.LevelCount);
        return _reasons[place] ??= ReasonWriter.Gate(kind, verdict, question, Rule, lift);
    }
}
