namespace DeployRisk.Domain.Assessments;

/// <summary>What became of a change to a draft.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <summary>It was taken.</summary>
    /// <param name="At">When, UTC.</param>
    public sealed record Saved(DateTimeOffset At) : EditOutcome;

    public sealed record Refused(Refusal Why) : EditOutcome;
}
