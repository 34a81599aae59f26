using System.Globalization;
using System.Text.RegularExpressions;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Shared;

/// <summary>WCAG 2.2, 1.4.3 and 1.4.11: text stands out from its ground by 4.5 to 1, the edge of a control by 3 to 1, in both themes.</summary>
public sealed partial class ContrastTests
{
    private static readonly Dictionary<string, string[]> Colours = Colour().Matches(Repository.Read("wwwroot/app.css"))
        .ToDictionary(match => match.Groups["name"].Value, match => new[] { match.Groups["light"].Value, match.Groups["dark"].Value }, StringComparer.Ordinal);

    [Theory]
    [InlineData("ink", "paper", 7)]
    [InlineData("ink", "surface", 7)]
    [InlineData("ink", "sunken", 7)]
    [InlineData("ink", "accent-soft", 7)]
    [InlineData("muted", "paper", 4.5)]
    [InlineData("muted", "surface", 4.5)]
    [InlineData("muted", "sunken", 4.5)]
    [InlineData("accent", "paper", 4.5)]
    [InlineData("accent", "surface", 4.5)]
    [InlineData("accent", "sunken", 4.5)]
    [InlineData("accent", "accent-soft", 4.5)]
    [InlineData("on-accent", "accent", 4.5)]
    [InlineData("go", "paper", 4.5)]
    [InlineData("go", "surface", 4.5)]
    [InlineData("go", "sunken", 4.5)]
    [InlineData("go", "go-soft", 4.5)]
    [InlineData("conditional", "paper", 4.5)]
    [InlineData("conditional", "surface", 4.5)]
    [InlineData("conditional", "sunken", 4.5)]
    [InlineData("conditional", "conditional-soft", 4.5)]
    [InlineData("nogo", "paper", 4.5)]
    [InlineData("nogo", "surface", 4.5)]
    [InlineData("nogo", "sunken", 4.5)]
    [InlineData("nogo", "nogo-soft", 4.5)]
    [InlineData("on-verdict", "go", 4.5)]
    [InlineData("on-verdict", "conditional", 4.5)]
    [InlineData("on-verdict", "nogo", 4.5)]
    [InlineData("ink", "nogo-soft", 4.5)]
    [InlineData("rule-strong", "paper", 3)]
    [InlineData("rule-strong", "surface", 3)]
    public void Colours_StandOutFromTheirGround(string front, string ground, double atLeast)
    {
        Assert.InRange(Contrast(Colours[front][0], Colours[ground][0]), atLeast, 21);
        Assert.InRange(Contrast(Colours[front][1], Colours[ground][1]), atLeast, 21);
    }

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour[..2])) + (0.7152 * Channel(colour[2..4])) + (0.0722 * Channel(colour[4..]));

    private static double Channel(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--dr-(?<name>[a-z-]+): light-dark\\(#(?<light>[0-9a-f]{6}), #(?<dark>[0-9a-f]{6})\\)")]
    private static partial Regex Colour();
}
