using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A gate rule, its condition as functions.</summary>
internal sealed class CompiledGate(Question question, Gate rule, Slots slots)
{
    private const int Kinds = (int)ReasonKind.AllClear + 1;
    private const int Lifts = Question.LevelCount + 1;
    private const int Severities = (int)GateSeverity.Hard + 1;
    private const int States = (int)GateState.Waived + 1;

    /// <summary>The reasons given so far, by kind, by what is known and by the level that lifts them: a gate always says the same.</summary>
    private readonly Reason?[] _reasons = new Reason?[Kinds * 2 * Lifts];

    /// <summary>The same for findings, by severity, by what is known and by state.</summary>
    private readonly GateFinding?[] _findings = new GateFinding?[Severities * 2 * States];
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
    public Reason Reason(ReasonKind kind, Verdict verdict, bool unknown, int? lift)
    {
        var place = (((int)kind * 2) + (unknown ? 1 : 0)) * Lifts + (lift ?? Question.LevelCount);
        return _reasons[place] ??= ReasonWriter.Gate(kind, verdict, question, ReasonWriter.Because(Rule, unknown), lift);
    }

    /// <summary>The gate as the score card lists it.</summary>
    public GateFinding Finding(GateOutcome outcome)
    {
        var state = StateOf(outcome.Severity, outcome.IsWaived);
        var place = (((int)outcome.Severity * 2) + (outcome.IsUnknown ? 1 : 0)) * States + (int)state;
        return _findings[place] ??= new GateFinding(question.Id, EffectOf(outcome.Severity), state, ReasonWriter.Because(Rule, outcome.IsUnknown));
    }

    private static GateEffect EffectOf(GateSeverity severity) => severity switch
    {
        GateSeverity.Warning => GateEffect.Warning,
        GateSeverity.Hard => GateEffect.Hard,
        _ => GateEffect.Conditional,
    };

    private static GateState StateOf(GateSeverity severity, bool waived) => (severity, waived) switch
    {
        (_, true) => GateState.Waived,
        (GateSeverity.Unverified, _) => GateState.Unverified,
        _ => GateState.Open,
    };
}
