namespace DeployRisk.Domain.Questionnaires;

/// <summary>The effort of one level up; person-days are in <see cref="ScoringRules.EffortDays"/>.</summary>
public enum EffortSize
{
    S,
    M,
    L,
}
