using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Recommendations;

/// <summary>Person-days as whole numbers, so that totals are exact.</summary>
internal static class Effort
{
    /// <summary>Efforts are multiples of a thousandth of a person-day.</summary>
    public const int UnitsPerDay = 1000;

    /// <summary>Thousandths of a person-day for one level up.</summary>
    public static long UnitsOfOneStep(Question question, ScoringRules rules) =>
        (long)(rules.EffortDays[question.Effort] * UnitsPerDay);
}
