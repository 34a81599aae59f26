using System.Text.RegularExpressions;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Audit;

/// <summary>What the trail has of sign-ins by the organisation's provider, in the reader's words.</summary>
internal static partial class ProviderWords
{
    private const string Mark = ProviderAccounts.Way + ": ";

    /// <summary>Whether a record is of the provider, and what it says then.</summary>
    public static string? OfProvider(string details) => details.StartsWith(Mark, StringComparison.Ordinal) ? details[Mark.Length..] : null;

    /// <summary>"NotAllowed mallory@example.com" in the reader's words.</summary>
    public static string ProviderRefused(this IStringLocalizer<AuditTexts> texts, string whom, bool isKnown, string details)
    {
        var said = Refusal().Match(details);
        var name = isKnown || !said.Success || said.Groups["email"].Length == 0 ? whom : said.Groups["email"].Value;
        return texts["SaidSignInRefusedBecause", name, ProviderAccounts.Way, texts.Because(said.Success ? said.Groups["why"].Value : details)];
    }

    private static string Because(this IStringLocalizer<AuditTexts> texts, string why) => why switch
    {
        nameof(ProviderRefusal.Unverified) => texts["WhyUnverified"],
        nameof(ProviderRefusal.NotAllowed) => texts["WhyNotAllowed"],
        nameof(ProviderRefusal.AccountExists) => texts["WhyAccountExists"],
        nameof(ProviderRefusal.Disabled) => texts["WhyDisabled"],
        nameof(ProviderRefusal.Unusable) => texts["WhyUnusable"],
        _ => why,
    };

    [GeneratedRegex(@"^(?<why>\w+)(?: (?<email>.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Refusal();
}
