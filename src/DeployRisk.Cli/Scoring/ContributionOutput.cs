namespace DeployRisk.Cli.Scoring;

internal sealed record ContributionOutput(string Question, decimal Lost);
