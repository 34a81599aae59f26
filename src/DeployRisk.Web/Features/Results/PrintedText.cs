using System.Globalization;
using System.Text;

namespace DeployRisk.Web.Features.Results;

/// <summary>Text for the margin of a printed page, which only a style sheet can write to.</summary>
internal static class PrintedText
{
    /// <summary>More than this does not fit into the margin.</summary>
    private const int Longest = 90;

    /// <summary>The text as the inside of a CSS string: everything but ASCII letters and digits by its number, so that nothing ends the string.</summary>
    public static string Of(string text)
    {
        var written = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(Longest))
        {
            _ = rune.IsAscii && Rune.IsLetterOrDigit(rune)
                ? written.Append(rune)
                : written.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X6}");
        }

        return text.EnumerateRunes().Skip(Longest).Any() ? written.Append("\\002026").ToString() : written.ToString();
    }
}
