using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Results;

/// <summary>Effort in words.</summary>
internal static class EffortWords
{
    /// <summary>Person-days, in the plural that the reader's language asks for.</summary>
    public static string Effort(this IStringLocalizer<ResultsTexts> texts, decimal days) =>
        days <= 1 ? texts["EffortOne", days] : texts["EffortMany", days];
}
