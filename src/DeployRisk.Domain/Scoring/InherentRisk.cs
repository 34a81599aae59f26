using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The inherent risk of a release: what its context sets, whatever the answers are.</summary>
public static class InherentRisk
{
    /// <summary>The highest tier.</summary>
    public const int TopTier = 4;

    /// <summary>The tier 0-4; a missing context level counts as 0.</summary>
    public static int TierOf(ScoringRules rules, ReleaseContext context)
    {
        var tier = rules.Tier;
        var criticality = context.Level(tier.Criticality) ?? 0;
        var reach = Math.Min(context.Level(tier.Reach) ?? 0, criticality + tier.ReachRaisesByAtMost);
        var raised = tier.RaisedBy.Any(id => context.Level(id) >= tier.RaisedFrom) ? 1 : 0;
        return Math.Min(TopTier, Math.Max(criticality, reach) + raised);
    }
}
