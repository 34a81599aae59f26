using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A gate rule, its condition as functions.</summary>
internal sealed class CompiledGate(Question question, Gate rule, Slots slots)
{
    private const int Kinds = (int)ReasonKind.AllClear + 1;
    private const int Severities = (int)GateSeverity.Hard + 1;
    private const int States = (int)GateState.Waived + 1;

    /// <summary>The reasons given so far, by kind and by the level that lifts them: a gate always says the same.</summary>
    private readonly Reason?[] _reasons = new Reason?[Kinds * (Question.LevelCount + 1)];

    /// <summary>The same for findings, by severity and state.</summary>
    private readonly GateFinding?[] _findings = new GateFinding?[Severities * States];
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

    /// <summary>The gate as the score card lists it.</summary>
    public GateFinding Finding(GateSeverity severity, bool waived)
    {
        var state = StateOf(severity, waived);
        return _findings[((int)severity * States) + (int)state] ??= new GateFinding(question.Id, EffectOf(severity), state, Rule.Because);
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
