using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Recommendations;

/// <summary>The urgency of gates.</summary>
internal static class Urgencies
{
    /// <summary>The urgency of an answer with this gate; null: none is open.</summary>
    public static Urgency Of(GateFinding? gate) => gate switch
    {
        { Effect: GateEffect.Hard, State: GateState.Open } => Urgency.NoGo,
        { Effect: GateEffect.Hard or GateEffect.Conditional } => Urgency.Condition,
        _ => Urgency.Points,
    };
}
