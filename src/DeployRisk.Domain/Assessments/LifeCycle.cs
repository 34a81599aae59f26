namespace DeployRisk.Domain.Assessments;

/// <summary>How far an assessment is in its life: a draft, then submitted, and withdrawn at most once.</summary>
/// <param name="Submitted">Who submitted it and when; null while it is a draft.</param>
/// <param name="Withdrawn">Who withdrew it and when; null unless it was.</param>
public sealed record LifeCycle(Moment? Submitted, Moment? Withdrawn)
{
    public static LifeCycle Draft { get; } = new(null, null);

    public AssessmentState State => this switch
    {
        { Withdrawn: not null } => AssessmentState.Withdrawn,
        { Submitted: not null } => AssessmentState.Submitted,
        _ => AssessmentState.Draft,
    };

    /// <summary>Why nothing can be changed any more; null while it is a draft.</summary>
    public Refusal? WhyFinal() => this switch
    {
        { Withdrawn: { } withdrawn } => new Refusal.AlreadyWithdrawn(withdrawn.At, withdrawn.By),
        { Submitted: { } submitted } => new Refusal.AlreadySubmitted(submitted.At, submitted.By),
        _ => null,
    };
}
