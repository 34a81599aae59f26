namespace DeployRisk.Domain.Assessments;

/// <summary>How much is asked.</summary>
public enum AssessmentForm
{
    /// <summary>Every visible question.</summary>
    Full,

    /// <summary>Core questions, and those with a hard or conditional gate that can open in this context.</summary>
    Short,
}
