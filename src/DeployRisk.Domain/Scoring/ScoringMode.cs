namespace DeployRisk.Domain.Scoring;

/// <summary>Whether the whole form is judged, or what is answered so far.</summary>
public enum ScoringMode
{
    /// <summary>Everything is judged; what is unanswered counts as unknown.</summary>
    Submission,

    /// <summary>A draft's "so far": what is unanswered is left out; no demands on coverage, form and set-aside.</summary>
    Partial,
}
