namespace DeployRisk.Web.Shared.Charts;

/// <summary>Which releases of a chart are named below it; the style sheet shows the one of several that fits the room there is.</summary>
/// <param name="Room">The room it is made for, as the style sheet calls it.</param>
/// <param name="Points">The releases, oldest first, at equal distances; the latest is always there.</param>
/// <param name="Share">The room of one name, per cent of the chart.</param>
internal sealed record ReleaseLabels(string Room, IReadOnlyList<int> Points, double Share)
{
    /// <summary>Labels for a wide chart, for a middling and for a narrow one.</summary>
    public static IReadOnlyList<ReleaseLabels> ForEveryRoom(int count) => [Of("wide", 10, count), Of("middling", 5, count), Of("narrow", 2, count)];

    private static ReleaseLabels Of(string room, int most, int count)
    {
        var step = Math.Max(1, (int)Math.Ceiling((count - 1) / (double)(most - 1)));
        return new ReleaseLabels(room, [.. Enumerable.Range(0, count).Where(index => (count - 1 - index) % step == 0)], step * 100.0 / Math.Max(1, count));
    }
}
