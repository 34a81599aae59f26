namespace DeployRisk.Domain.Assessments;

/// <summary>Where an answer comes from.</summary>
public enum AnswerOrigin
{
    /// <summary>A person gave it in this assessment.</summary>
    Person,

    /// <summary>It was copied from an earlier assessment.</summary>
    Copied,

    /// <summary>A pipeline sent it.</summary>
    Pipeline,
}
