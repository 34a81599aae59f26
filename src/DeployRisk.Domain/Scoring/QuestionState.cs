namespace DeployRisk.Domain.Scoring;

/// <summary>How scoring sees a question of the form.</summary>
public enum QuestionState
{
    /// <summary>Outside the form, or its visibility condition does not hold.</summary>
    Hidden,

    /// <summary>Shown, without a valid answer (a refused "not applicable" included).</summary>
    Unanswered,
    NotApplicable,
    Unknown,
    Level,
}
