namespace DeployRisk.Domain.Scoring;

/// <summary>What the evidence says about the release, from best to worst.</summary>
public enum Verdict
{
    Go,

    /// <summary>Go with conditions.</summary>
    Conditional,
    NoGo,
}
