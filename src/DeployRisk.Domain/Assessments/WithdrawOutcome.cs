namespace DeployRisk.Domain.Assessments;

/// <summary>What became of taking a submission back.</summary>
public abstract record WithdrawOutcome
{
    private WithdrawOutcome()
    {
    }

    /// <summary>It counts for nothing any more.</summary>
    /// <param name="At">When, UTC.</param>
    public sealed record Withdrawn(DateTimeOffset At) : WithdrawOutcome;

    public sealed record Refused(Refusal Why) : WithdrawOutcome;
}
