namespace DeployRisk.Domain.Recommendations;

/// <summary>A front with its numbers laid out for pricing it many times.</summary>
internal sealed class PricedFront
{
    private readonly double[] _costs;
    private readonly double[] _covers;
    private readonly double[] _gains;

    public PricedFront(IReadOnlyList<FrontPoint> points)
    {
        Points = points;
        _costs = [.. points.Select(point => (double)point.Cost)];
        _covers = [.. points.Select(point => (double)point.Cover)];
        _gains = [.. points.Select(point => (double)point.Gain)];
    }

    public IReadOnlyList<FrontPoint> Points { get; }

    /// <summary>The place of the point with the least priced cost.</summary>
    public int Cheapest(Prices prices)
    {
        var best = 0;
        var least = double.PositiveInfinity;
        for (var index = 0; index < _costs.Length; index++)
        {
            var priced = PricedAt(index, prices);
            if (priced < least)
            {
                least = priced;
                best = index;
            }
        }

        return best;
    }

    /// <summary>Cost less what gain and cover are worth.</summary>
    public double PricedAt(int index, Prices prices) =>
        _costs[index] - (prices.Gain * _gains[index]) - (prices.Cover * _covers[index]);

    public double GainAt(int index) => _gains[index];

    public double CoverAt(int index) => _covers[index];
}
