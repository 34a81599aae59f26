namespace DeployRisk.Web.Shared.Charts;

/// <summary>Neighbouring releases with the same lines: from and to are shares of the chart's width, 0-100.</summary>
public sealed record ReadinessBand(double From, double To, int GoLine, int NoGoLine)
{
    /// <summary>The bands of a series, from left to right.</summary>
    public static IReadOnlyList<ReadinessBand> Of(IReadOnlyList<ReadinessPoint> points)
    {
        var bands = new List<ReadinessBand>();
        for (var index = 0; index < points.Count; index++)
        {
            var (point, to) = (points[index], (index + 1) * 100d / points.Count);
            if (bands is [.., var last] && last.GoLine == point.GoLine && last.NoGoLine == point.NoGoLine)
            {
                bands[^1] = last with { To = to };
            }
            else
            {
                bands.Add(new ReadinessBand(index * 100d / points.Count, to, point.GoLine, point.NoGoLine));
            }
        }

        return bands;
    }
}
