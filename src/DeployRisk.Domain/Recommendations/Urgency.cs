using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Recommendations;

/// <summary>What an answer stands in the way of; the most urgent first.</summary>
public enum Urgency
{
    /// <summary>It opens a hard gate that nobody waived.</summary>
    NoGo,

    /// <summary>Its gate is a condition: conditional, unverified or waived.</summary>
    Condition,

    /// <summary>It costs points, and no more.</summary>
    Points,
}

/// <summary>The urgency of a gate.</summary>
internal static class Urgencies
{
    public static Urgency Of(GateSeverity severity, bool waived) => severity switch
    {
        GateSeverity.Hard when !waived => Urgency.NoGo,
        GateSeverity.Hard or GateSeverity.Conditional or GateSeverity.Unverified => Urgency.Condition,
        _ => Urgency.Points,
    };

    public static Urgency Of(GateFinding? gate) => gate switch
    {
        { Effect: GateEffect.Hard, State: GateState.Open } => Urgency.NoGo,
        { Effect: GateEffect.Hard or GateEffect.Conditional } => Urgency.Condition,
        _ => Urgency.Points,
    };
}
