using System.Globalization;
using System.Text;

namespace DeployRisk.Domain;

/// <summary>Texts as people typed or pasted them, without what no database and no file can keep.</summary>
public static class PlainText
{
    /// <summary>The text without zeros and code points that are no characters, and with a replacement character for every half of a pair that lost the other.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsCharacter))
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Whether there is nothing to read in the text: only spaces, control characters and marks that are not shown.</summary>
    public static bool IsBlank(string? text) => text is null || text.EnumerateRunes().All(rune => IsInvisible(rune) || !IsCharacter(rune));

    /// <summary>Two in every plane and one block of Unicode are set aside: not for texts, and no text that has them can be normalised.</summary>
    private static bool IsCharacter(Rune rune) =>
        rune.Value != 0 && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
