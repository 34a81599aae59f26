using DeployRisk.Domain.Recommendations;

namespace DeployRisk.Cli.Scoring;

internal sealed record ShortestPathOutput(decimal EffortDays, decimal Readiness, IReadOnlyList<StepOutput> Steps)
{
    public static ShortestPathOutput Of(ShortestPath.Found path) => new(
        path.EffortDays,
        Figure.Of(path.Readiness),
        [.. path.Steps.Select(step => new StepOutput(step.QuestionId, Figure.Start(step.From), step.To))]);
}
