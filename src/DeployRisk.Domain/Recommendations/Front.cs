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

    /// <summary>The points that no other beats, cheapest first; the list given is sorted in place.</summary>
    public static IReadOnlyList<FrontPoint> WithoutBeaten(List<FrontPoint> points)
    {
        points.Sort(static (a, b) =>
        {
            var byCost = a.Cost.CompareTo(b.Cost);
            var byGain = byCost != 0 ? byCost : b.Gain.CompareTo(a.Gain);
            return byGain != 0 ? byGain : b.Cover.CompareTo(a.Cover);
        });

        // Of what is kept so far, the staircase of best covers: gain rises while cover falls.
        var kept = new List<FrontPoint>();
        var stairs = new List<FrontPoint>();
        foreach (var point in points)
        {
            if (!IsBeaten(point, stairs))
            {
                Settle(point, stairs);
                kept.Add(point);
            }
        }

        return kept;
    }

    /// <summary>Most points are beaten by what was kept last.</summary>
    private static bool IsBeaten(FrontPoint point, List<FrontPoint> stairs)
    {
        for (var step = stairs.Count - 1; step >= 0; step--)
        {
            if (stairs[step].Gain >= point.Gain && stairs[step].Cover >= point.Cover)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts the point in the place of the steps that it beats.</summary>
    private static void Settle(FrontPoint point, List<FrontPoint> stairs)
    {
        var left = 0;
        for (var step = 0; step < stairs.Count; step++)
        {
            if (stairs[step].Gain > point.Gain || stairs[step].Cover > point.Cover)
            {
                stairs[left++] = stairs[step];
            }
        }

        stairs.RemoveRange(left, stairs.Count - left);
        stairs.Add(point);
    }
}
