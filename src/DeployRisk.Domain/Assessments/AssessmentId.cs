namespace DeployRisk.Domain.Assessments;

/// <summary>The id of an assessment: a version 7 UUID, so that ids sort by the time they were made.</summary>
public readonly record struct AssessmentId(Guid Value)
{
    /// <summary>A new id made at the given time.</summary>
    public static AssessmentId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public override string ToString() => Value.ToString();
}
