using System.Globalization;
using System.Text;

namespace DeployRisk.Domain.Products;

/// <summary>
/// The readable part of a product's address, made from its name: lower-case letters, digits and single hyphens.
/// Accents of Latin letters are dropped ("Paiement éclair" gives <c>paiement-eclair</c>); letters of other scripts
/// stay, because a transliteration would be readable for nobody.
/// </summary>
public readonly record struct Slug
{
    /// <summary>Longest slug, in characters, the number that makes it unique included.</summary>
    public const int MaxLength = 60;

    private const int RoomForNumber = 6;

    /// <summary>Addresses below <c>/products/</c> that are pages of their own.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "new" };

    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['œ'] = "oe",
        ['æ'] = "ae",
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ı'] = "i",
    };

    private Slug(string value) => Value = value;

    public string Value { get; }

    /// <summary>The slug of a name, unlike all that are taken: a number is added when it must be.</summary>
    /// <param name="name">The product's name; a name without any letter or digit gives <c>product</c>.</param>
    /// <param name="isTaken">Whether a slug belongs to another product.</param>
    public static Slug For(string name, Func<string, bool> isTaken)
    {
        var readable = Readable(name);
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? readable : string.Create(CultureInfo.InvariantCulture, $"{readable}-{number}");
            if (!Reserved.Contains(candidate) && !isTaken(candidate))
            {
                return new Slug(candidate);
            }
        }
    }

    /// <summary>The slug without a number, before it is known whether it is taken.</summary>
    public static string Readable(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in PlainText.Of(name).Normalize(NormalizationForm.FormD).ToLowerInvariant().EnumerateRunes())
        {
            Append(slug, letter);
        }

        var text = slug.ToString().Normalize(NormalizationForm.FormC);
        text = Cut(text, MaxLength - RoomForNumber).Trim('-');
        return text.Length == 0 ? "product" : text;
    }

    /// <summary>A slug that was made before, as it was stored.</summary>
    public static Slug FromStored(string value) => new(value);

    public override string ToString() => Value;

    private static void Append(StringBuilder slug, Rune letter)
    {
        if (IsMark(letter) && !FollowsLatin(slug))
        {
            slug.Append(letter.ToString());
        }
        else if (Rune.IsLetterOrDigit(letter))
        {
            slug.Append(letter.IsBmp && Ligatures.TryGetValue((char)letter.Value, out var spelled) ? spelled : letter.ToString());
        }
        else if (!IsMark(letter) && slug.Length > 0 && slug[^1] != '-' && !IsApostrophe(letter))
        {
            slug.Append('-');
        }
    }

    private static bool IsMark(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Accents are dropped from Latin letters only: in other scripts a mark makes another letter.</summary>
    private static bool FollowsLatin(StringBuilder slug) => slug.Length == 0 || slug[^1] < '\u0250';

    private static bool IsApostrophe(Rune letter) => letter.Value is '\'' or '\u2019';

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end];
    }
}
