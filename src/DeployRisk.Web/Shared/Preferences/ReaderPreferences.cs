using DeployRisk.Web.Shared.Formatting;

namespace DeployRisk.Web.Shared.Preferences;

/// <summary>What a reader chose, as the cookies of a request say it.</summary>
/// <param name="Theme">Light, dark or the system's.</param>
/// <param name="TimeZone">Where the reader's clock stands; UTC when the browser has not said.</param>
public sealed record ReaderPreferences(Theme Theme, TimeZoneInfo TimeZone)
{
    public const string ThemeCookie = "deployrisk.theme";

    /// <summary>Set by the browser itself (js/shell.js): no header of HTTP says the time zone.</summary>
    public const string TimeZoneCookie = "deployrisk.tz";

    public static ReaderPreferences Of(HttpRequest request) => new(
        Themes.FromToken(request.Cookies[ThemeCookie]),
        TimeZones.Find(request.Cookies[TimeZoneCookie]));
}
