namespace DeployRisk.Cli.Scoring;

/// <summary>From which verdict on the command fails.</summary>
internal enum FailOn
{
    Never,
    Conditional,
    NoGo,
}
