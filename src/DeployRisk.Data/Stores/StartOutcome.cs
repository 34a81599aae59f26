using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores;

/// <summary>What became of a new assessment.</summary>
public abstract record StartOutcome
{
    private StartOutcome()
    {
    }

    public sealed record Started(AssessmentId Id) : StartOutcome;

    /// <summary>There is no such product.</summary>
    public sealed record ProductMissing : StartOutcome;

    /// <summary>Who starts it may not assess this product, or not any more.</summary>
    public sealed record NotAllowed : StartOutcome;
}
