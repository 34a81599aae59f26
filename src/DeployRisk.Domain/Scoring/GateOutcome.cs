namespace DeployRisk.Domain.Scoring;

/// <summary>What the gate rules of one question come to, the rule that says why, and whether that is waived.</summary>
internal readonly record struct GateOutcome(GateSeverity Severity, CompiledGate? Gate, bool IsWaived = false)
{
    public static GateOutcome None => new(GateSeverity.None, null);

    /// <summary>Whether it stands between the release and a Go.</summary>
    public bool IsCondition => Severity >= GateSeverity.Unverified;
}
