using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Shared.Formatting;

/// <summary>How people are named where it is said who did something.</summary>
internal static class PersonNames
{
    /// <summary>The display name; whoever has no account any more is a former member.</summary>
    public static string PersonName(this IStringLocalizer<SharedTexts> S, string? name) => string.IsNullOrEmpty(name) ? S["FormerMember"] : name;
}
