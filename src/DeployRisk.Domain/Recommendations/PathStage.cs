namespace DeployRisk.Domain.Recommendations;

/// <summary>The steps of a path that lift the same kind of obstacle.</summary>
/// <param name="Urgency">What they lift.</param>
/// <param name="Steps">One at least, in the order of the questionnaire.</param>
public sealed record PathStage(Urgency Urgency, IReadOnlyList<PathStep> Steps)
{
    /// <summary>Person-days of all its steps.</summary>
    public decimal EffortDays => Steps.Sum(step => step.EffortDays);
}
