namespace DeployRisk.Domain.Scoring;

/// <summary>What the gate rules of one question come to.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Gate">The rule that says why; null: none matched.</param>
/// <param name="IsUnknown">Whether "I don't know" was answered, so that nobody can say that it is so.</param>
/// <param name="IsWaived">Whether it was accepted in writing.</param>
internal readonly record struct GateOutcome(GateSeverity Severity, CompiledGate? Gate, bool IsUnknown = false, bool IsWaived = false)
{
    public static GateOutcome None => new(GateSeverity.None, null);

    /// <summary>Whether it stands between the release and a Go.</summary>
    public bool IsCondition => Severity >= GateSeverity.Unverified;
}
