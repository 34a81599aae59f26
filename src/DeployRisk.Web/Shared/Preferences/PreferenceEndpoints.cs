using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace DeployRisk.Web.Shared.Preferences;

/// <summary>Takes the forms of the app bar: a cookie is set, and the page comes back in the new language or theme from its first byte.</summary>
public static class PreferenceEndpoints
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static void MapPreferences(this WebApplication app)
    {
        app.MapPost(AppUrls.SetLanguage, SetLanguage).AllowAnonymous();
        app.MapPost(AppUrls.SetTheme, SetTheme).AllowAnonymous();
    }

    /// <summary>Remembers a language; numbers and dates keep the region that the browser asks for in that language.</summary>
    public static void RememberLanguage(this HttpContext http, Domain.Questionnaires.Language language)
    {
        var preferred = http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(tag => tag.Quality ?? 1)
            .Select(tag => tag.Value.ToString());
        var culture = new RequestCulture(Cultures.For(language, preferred).Name, language.ToTag());
        Remember(http, Cultures.Cookie, CookieRequestCultureProvider.MakeCookieValue(culture));
    }

    /// <summary>Remembers how the pages are coloured.</summary>
    public static void RememberTheme(this HttpContext http, Theme theme) => Remember(http, ReaderPreferences.ThemeCookie, theme.ToToken());

    private static RedirectHttpResult SetLanguage(HttpContext http, [FromForm] string? language, [FromForm] string? returnUrl)
    {
        http.RememberLanguage(language == "fr" ? Domain.Questionnaires.Language.French : Domain.Questionnaires.Language.English);
        return Back(returnUrl);
    }

    private static RedirectHttpResult SetTheme(HttpContext http, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        http.RememberTheme(Themes.FromToken(theme));
        return Back(returnUrl);
    }

    private static void Remember(HttpContext http, string cookie, string value) =>
        http.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Remembered,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });

    private static RedirectHttpResult Back(string? returnUrl) => TypedResults.LocalRedirect(LocalAddress.Of(returnUrl));
}
