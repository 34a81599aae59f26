namespace DeployRisk.Domain.Scoring;

/// <summary>How a gate stands.</summary>
public enum GateState
{
    Open,

    /// <summary>Nobody knows whether it would open; a condition until somebody finds out.</summary>
    Unverified,

    /// <summary>Open, and accepted in writing by a named person.</summary>
    Waived,
}
