namespace DeployRisk.Domain.Assessments;

/// <summary>What became of a change to a draft.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <summary>It was taken.</summary>
    /// <param name="At">When, UTC.</param>
    public sealed record Saved(DateTimeOffset At) : EditOutcome
    {
        /// <summary>How often the assessment was changed up to and with this; 0 until it is stored.</summary>
        public int Revision { get; init; }
    }

    public sealed record Refused(Refusal Why) : EditOutcome;
}
