namespace DeployRisk.Domain.Assessments;

/// <summary>What became of throwing a draft away.</summary>
public abstract record DiscardOutcome
{
    private DiscardOutcome()
    {
    }

    /// <summary>The draft and its answers are gone.</summary>
    public sealed record Discarded : DiscardOutcome;

    public sealed record Refused(Refusal Why) : DiscardOutcome;
}
