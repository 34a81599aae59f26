namespace DeployRisk.Domain.Assessments;

/// <summary>Where an assessment is in its life: draft, then submitted, and withdrawn at most once.</summary>
public enum AssessmentState
{
    /// <summary>Everybody may still answer.</summary>
    Draft,

    /// <summary>Final: it has a score card and cannot be changed.</summary>
    Submitted,

    /// <summary>Submitted by mistake and taken back: it stays visible, and counts for nothing.</summary>
    Withdrawn,
}
