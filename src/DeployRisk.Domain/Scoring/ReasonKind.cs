namespace DeployRisk.Domain.Scoring;

/// <summary>Why the verdict is what it is, in the order in which reasons are given.</summary>
public enum ReasonKind
{
    HardGate,
    TooManyWaivers,
    TooManyConditionalGates,
    BelowNoGoLine,
    ConditionalGate,
    WaivedGate,
    UnverifiedGate,
    BelowGoLine,
    CategoryBelowFloor,
    TooMuchNotApplicable,
    CategoryTooMuchNotApplicable,
    CoverageTooLow,
    ShortForm,

    /// <summary>Nothing stands against it.</summary>
    AllClear,
}
