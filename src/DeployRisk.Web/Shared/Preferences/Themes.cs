namespace DeployRisk.Web.Shared.Preferences;

/// <summary>How a theme is written in cookies, forms and markup.</summary>
public static class Themes
{
    public static string ToToken(this Theme theme) => theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        _ => "system",
    };

    /// <summary>The value of the meta element that colours the canvas before the style sheet has come.</summary>
    public static string ToColorScheme(this Theme theme) => theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        _ => "light dark",
    };

    /// <summary>The theme of a token; anything unknown is the system's.</summary>
    public static Theme FromToken(string? token) => token switch
    {
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        _ => Theme.System,
    };
}
