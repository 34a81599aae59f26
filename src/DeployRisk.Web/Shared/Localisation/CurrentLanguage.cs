using System.Globalization;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Web.Shared.Localisation;

/// <summary>The reader's language.</summary>
public static class CurrentLanguage
{
    /// <summary>The language of the culture that the page is rendered in.</summary>
    public static Language Get() => Of(CultureInfo.CurrentUICulture);

    /// <summary>The language of a culture; English when it is neither.</summary>
    public static Language Of(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "fr" ? Language.French : Language.English;

    /// <summary>How a language is written in cookies, forms and the lang attribute.</summary>
    public static string ToTag(this Language language) => language == Language.French ? "fr" : "en";
}
