namespace DeployRisk.Domain.Assessments;

/// <summary>Where an answer comes from. The numbers are in databases and never change.</summary>
public enum AnswerOrigin
{
    /// <summary>A person gave it in this assessment.</summary>
    Person = 0,

    /// <summary>It was copied from an earlier assessment.</summary>
    Copied = 1,

    /// <summary>A pipeline sent it.</summary>
    Pipeline = 2,
}
