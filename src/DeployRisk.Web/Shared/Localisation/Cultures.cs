using System.Globalization;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Web.Shared.Localisation;

/// <summary>The cultures that pages are written in.</summary>
public static class Cultures
{
    public const string Cookie = "deployrisk.culture";

    /// <summary>The languages of the texts.</summary>
    public static IReadOnlyList<CultureInfo> Languages { get; } =
        [.. Enum.GetValues<Language>().Select(language => CultureInfo.GetCultureInfo(language.ToTag()))];

    /// <summary>The cultures of numbers and dates: each language as such, and in every region that speaks it.</summary>
    public static IReadOnlyList<CultureInfo> Regions { get; } =
        [.. Languages, .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(IsOurs)];

    /// <summary>The region to write a language in: the first that the browser prefers, else the language as such.</summary>
    /// <param name="language">The language that the reader chose.</param>
    /// <param name="preferred">The browser's languages, the most wanted first.</param>
    public static CultureInfo For(Language language, IEnumerable<string> preferred) =>
        preferred.Select(tag => Regions.FirstOrDefault(culture => culture.Name.Equals(tag, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(culture => culture is not null && CurrentLanguage.Of(culture) == language)
        ?? CultureInfo.GetCultureInfo(language.ToTag());

    private static bool IsOurs(CultureInfo culture) =>
        Languages.Any(language => culture.TwoLetterISOLanguageName == language.TwoLetterISOLanguageName);
}
