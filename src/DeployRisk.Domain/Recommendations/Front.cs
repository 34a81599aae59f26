namespace DeployRisk.Domain.Recommendations;

/// <summary>Pareto fronts: of all points, those that no other beats in cost, cover and gain at once.</summary>
internal static class Front
{
    public static IReadOnlyList<FrontPoint> Nothing { get; } = [default];

    /// <summary>All sums of a point of each front, without the beaten ones, cheapest first.</summary>
    public static IReadOnlyList<FrontPoint> Merge(IReadOnlyList<FrontPoint> first, IReadOnlyList<FrontPoint> second)
    {
        var sums = new List<FrontPoint>(first.Count * second.Count);
        foreach (var a in first)
        {
            foreach (var b in second)
            {
                sums.Add(a + b);
            }
        }

        return WithoutBeaten(sums);
    }

    /// <summary>The points that no other beats, cheapest first.</summary>
    public static IReadOnlyList<FrontPoint> WithoutBeaten(List<FrontPoint> points)
    {
        var costs = new long[points.Count];
        var places = new int[points.Count];
        var mostCover = 0;
        for (var place = 0; place < costs.Length; place++)
        {
            costs[place] = points[place].Cost;
            places[place] = place;
            mostCover = Math.Max(mostCover, points[place].Cover);
        }

        Array.Sort(costs, places);

        // For each cover, the best gain so far of a point that covers as much: it never rises with the cover.
        var bestGain = new Int128[mostCover + 1];
        Array.Fill(bestGain, -1);
        var kept = new List<FrontPoint>();
        foreach (var place in places)
        {
            var point = points[place];
            if (bestGain[point.Cover] < point.Gain)
            {
                for (var cover = point.Cover; cover >= 0 && bestGain[cover] < point.Gain; cover--)
                {
                    bestGain[cover] = point.Gain;
                }

                kept.Add(point);
            }
        }

        return kept;
    }
}
