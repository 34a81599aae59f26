namespace DeployRisk.Domain.Assessments;

/// <summary>What became of a submission.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>It is final, and this is its result.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Result">The result as it is kept for ever.</param>
    public sealed record Submitted(DateTimeOffset At, AssessmentResult Result) : SubmitOutcome;

    public sealed record Refused(Refusal Why) : SubmitOutcome;
}
