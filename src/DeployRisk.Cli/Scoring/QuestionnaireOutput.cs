namespace DeployRisk.Cli.Scoring;

internal sealed record QuestionnaireOutput(string Id, string Version, string Hash);
