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
