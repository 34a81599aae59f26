using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Recommendations;

/// <summary>The least effort that lifts the verdict to Go, or what makes that impossible by raising levels.</summary>
public abstract record ShortestPath
{
    private ShortestPath()
    {
    }

    /// <summary>Go is reachable.</summary>
    /// <param name="EffortDays">Total person-days; 0 when it is Go already.</param>
    /// <param name="Readiness">Readiness (0-100) once the steps are taken.</param>
    /// <param name="Steps">The raises, in the order of the questionnaire.</param>
    public sealed record Found(decimal EffortDays, decimal Readiness, IReadOnlyList<PathStep> Steps) : ShortestPath
    {
        /// <summary>The steps as one would take them: first what lifts hard gates, then conditions, then what only gains points.</summary>
        /// <param name="card">The score card of the answers that the path starts from.</param>
        public IReadOnlyList<PathStage> StagesFrom(ScoreCard card)
        {
            var gates = card.Gates.ToDictionary(gate => gate.QuestionId, StringComparer.Ordinal);
            return
            [
                .. Steps
                    .GroupBy(step => Urgencies.Of(gates.GetValueOrDefault(step.QuestionId)))
                    .OrderBy(stage => stage.Key)
                    .Select(stage => new PathStage(stage.Key, [.. stage])),
            ];
        }
    }

    /// <summary>Raising levels cannot reach Go.</summary>
    /// <param name="Reasons">What stands in the way.</param>
    public sealed record Blocked(IReadOnlyList<Reason> Reasons) : ShortestPath;
}
