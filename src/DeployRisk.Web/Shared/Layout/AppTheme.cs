using MudBlazor;

namespace DeployRisk.Web.Shared.Layout;

/// <summary>
/// What MudBlazor takes from its theme object: type, corners, heights. Its colours are set in app.css from our own
/// tokens, where light and dark follow the reader's system without a script.
/// </summary>
internal static class AppTheme
{
    private static readonly string[] Text = ["Inter", "system-ui", "sans-serif"];

    public static MudTheme Instance { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "3.25rem" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Text, FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Text, FontSize = ".9375rem", FontWeight = "550", TextTransform = "none", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Text, FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Text, FontSize = ".8125rem", LineHeight = "1.45", LetterSpacing = "normal" },
        },
    };
}
