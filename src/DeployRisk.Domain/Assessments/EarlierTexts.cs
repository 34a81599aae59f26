namespace DeployRisk.Domain.Assessments;

/// <summary>
/// What is kept when two people write one text at the same time: the later one stands, and what it replaced unseen
/// stays beside it. A text is let go only when what stands, or what is kept, holds all of it.
/// </summary>
internal static class EarlierTexts
{
    /// <summary>Changes of one person within this time are one piece of writing.</summary>
    private static readonly TimeSpan OnePiece = TimeSpan.FromMinutes(2);

    /// <summary>What is kept after the stored text has given way to another.</summary>
    /// <param name="kept">What was kept before.</param>
    /// <param name="stored">The text that gives way, and who wrote it; null when there is none.</param>
    /// <param name="text">The text that stands from now on.</param>
    /// <param name="basedOn">The text that its writer had before them; null when they mean to replace whatever is there.</param>
    public static IReadOnlyList<EarlierText> After(
        IReadOnlyList<EarlierText> kept, EarlierText? stored, string text, string? basedOn)
    {
        IEnumerable<EarlierText> all = kept;
        if (stored is { Text.Length: > 0 } && basedOn is not null && stored.Text != basedOn)
        {
            all = [.. kept.Where(earlier => !IsOnePiece(earlier, stored)), stored];
        }

        return [.. all.Where(earlier => !text.Contains(earlier.Text.Trim(), StringComparison.Ordinal))];
    }

    /// <summary>Without the text that this person wrote at that time.</summary>
    public static IReadOnlyList<EarlierText> Without(this IReadOnlyList<EarlierText> kept, Moment written) =>
        [.. kept.Where(earlier => earlier.Written != written)];

    /// <summary>A clock that was set back makes the later text the older: it is no less another piece.</summary>
    private static bool IsOnePiece(EarlierText earlier, EarlierText later) =>
        earlier.Written.By == later.Written.By && (later.Written.At - earlier.Written.At).Duration() < OnePiece;
}
