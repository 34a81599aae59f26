using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Questionnaires;

/// <summary>The numbers of scoring, as data of the questionnaire. Lists are indexed by tier 0-4 unless they say otherwise.</summary>
public sealed record ScoringRules
{
    /// <summary>Value of each level in hundredths (0-100), never falling.</summary>
    public required IReadOnlyList<int> Scale { get; init; }

    public required TierRule Tier { get; init; }

    /// <summary>Go needs readiness (0-100) of at least this.</summary>
    public required IReadOnlyList<int> Go { get; init; }

    /// <summary>No category may be below this (0-100).</summary>
    public required IReadOnlyList<int> Floor { get; init; }

    /// <summary>Readiness below this (0-100) is a No-go.</summary>
    public required IReadOnlyList<int> NoGo { get; init; }

    /// <summary>The floor holds for categories with at least this many asked questions.</summary>
    public required int FloorNeeds { get; init; }

    /// <summary>A partial card is judged by the readiness lines from this share of asked weight on, in percent.</summary>
    public required int LinesNeedAskedPercent { get; init; }

    /// <summary>Go needs coverage of at least this, in percent.</summary>
    public required int GoNeedsCoveragePercent { get; init; }

    /// <summary>More than this share of the form's weight not applicable is a condition, in percent.</summary>
    public required int MaxNotApplicablePercent { get; init; }

    /// <summary>More than this share of a category's weight not applicable is a condition, in percent.</summary>
    public required int MaxNotApplicablePercentOfCategory { get; init; }

    /// <summary>From this many open conditional gates on it is a No-go, by criticality (0-4); null: no limit.</summary>
    public required IReadOnlyList<int?> NoGoAtConditionals { get; init; }

    /// <summary>How many hard gates may be waived.</summary>
    public required IReadOnlyList<int> MaxWaivedHard { get; init; }

    /// <summary>A category has its full weight from this many asked questions on.</summary>
    public required int FullWeightFrom { get; init; }

    /// <summary>From this tier on Go needs the full form.</summary>
    public required int GoNeedsFullFormAtTier { get; init; }

    /// <summary>Points of risk that each open hard gate adds to its category.</summary>
    public required int RiskOfHardGate { get; init; }

    /// <summary>Points of risk that each open conditional gate adds to its category.</summary>
    public required int RiskOfConditionalGate { get; init; }

    /// <summary>Person-days of one level up, by size.</summary>
    public required IReadOnlyDictionary<EffortSize, decimal> EffortDays { get; init; }

    /// <summary>The lines of a tier (0-4).</summary>
    public VerdictLines LinesAt(int tier) => new(Go[tier], Floor[tier], NoGo[tier]);
}
