namespace DeployRisk.Cli.Scoring;

internal sealed record StepOutput(string Question, object From, int To);
