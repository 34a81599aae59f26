using System.Text;

namespace DeployRisk.Domain;

/// <summary>Texts as people typed or pasted them, without what no database and no file can keep.</summary>
internal static class PlainText
{
    /// <summary>The text without zero characters, and with a replacement character for every half of a pair that lost the other.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value != 0))
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
