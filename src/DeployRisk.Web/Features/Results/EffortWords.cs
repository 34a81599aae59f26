using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Formatting;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Results;

/// <summary>Effort, and what it is spent on, in words.</summary>
internal static class EffortWords
{
    /// <summary>Person-days, in the plural that the reader's language asks for: a half of one is singular in both.</summary>
    public static string Effort(this IStringLocalizer<ResultsTexts> texts, decimal days) =>
        IsSingular(days) || days < 1 ? texts["EffortOne", days] : texts["EffortMany", days];

    /// <summary>Person-days for what nobody knows: finding out comes first, and the work is at most so much.</summary>
    public static string EffortUnknown(this IStringLocalizer<ResultsTexts> texts, decimal days) => texts["EffortUnknown", texts.Effort(days)];

    /// <summary>What a path costs and reaches, what of it nobody knows, and, where it has gates, that a step may go further than its gate asks.</summary>
    public static string PathInWords(this IStringLocalizer<ResultsTexts> texts, ShortestPath.Found path, ScoreCard card)
    {
        var effort = texts.Effort(path.EffortDays);
        var readiness = Figures.Readiness(path.Readiness);
        var unknown = texts.StepsUnknown(path.Steps);
        string[] sentences =
        [
            unknown.Length > 0 ? texts["PathLedeAtMost", effort, readiness] : texts["PathLede", effort, readiness],
            unknown,
            path.StagesFrom(card).Any(stage => stage.Urgency != Urgency.Points) ? texts["PathBeyond"] : "",
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    /// <summary>How many steps of a path begin with finding out; empty when none does.</summary>
    private static string StepsUnknown(this IStringLocalizer<ResultsTexts> texts, IReadOnlyList<PathStep> steps) =>
        steps.Count(step => step.From is null) switch
        {
            0 => "",
            1 => texts["StepUnknown"],
            var unknown => texts["StepsUnknown", unknown],
        };

    /// <summary>The word after a number of points.</summary>
    public static string Points(this IStringLocalizer<ResultsTexts> texts, decimal points) =>
        IsSingular(Math.Abs(points)) ? texts["PointsOne"] : texts["PointsMany"];

    /// <summary>French takes the singular below two.</summary>
    private static bool IsSingular(decimal count) => CurrentLanguage.Get() == Language.French ? count < 2 : count == 1;

    /// <summary>What the steps of a stage lift.</summary>
    public static string Stage(this IStringLocalizer<ResultsTexts> texts, Urgency urgency) => urgency switch
    {
        Urgency.NoGo => texts["StageNoGo"],
        Urgency.Condition => texts["StageCondition"],
        _ => texts["StagePoints"],
    };
}
