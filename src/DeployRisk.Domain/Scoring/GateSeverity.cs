namespace DeployRisk.Domain.Scoring;

/// <summary>What a question's gate rules come to, from harmless to decisive.</summary>
internal enum GateSeverity
{
    None,
    Warning,
    Unverified,
    Conditional,
    Hard,
}
