namespace DeployRisk.Domain.Recommendations;

/// <summary>
/// Chooses one point of each class with the least total cost that reaches a gain and a cover: a multiple-choice
/// knapsack, solved exactly. Prices on gain and cover give a bound from below; a point whose distance from that bound
/// exceeds the gap to the best total cannot be part of it.
/// </summary>
internal sealed class LeastEffort(IReadOnlyList<PricedFront> classes, Int128 gain, int cover)
{
    /// <summary>How finely prices are found: finer ones cost more to find than their better bound saves.</summary>
    private const int GainPriceSteps = 18;
    private const int CoverPriceSteps = 10;

    /// <summary>The limit when there is none: no total is as high, and twice it is a number still.</summary>
    public const long None = long.MaxValue / 2;

    /// <summary>The first gap tried is the bound's value through this.</summary>
    private const int FirstGap = 250;

    /// <summary>Kept between fronts, because it grows long.</summary>
    private readonly List<FrontPoint> _sums = [];
    private Prices _prices;
    private double[] _cheapest = [];

    /// <summary>No total can cost less; higher is closer to the truth.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    private double Tolerance => 1e-6 * Math.Max(1, Math.Abs(Bound));

    /// <summary>Sets the bound by prices found elsewhere; any prices give a valid one.</summary>
    public void Use(Prices prices)
    {
        _prices = prices;
        _cheapest = [.. classes.Select(front => front.PricedAt(front.Cheapest(prices), prices))];
        Bound = _cheapest.Sum() + (prices.Gain * (double)gain) + (prices.Cover * cover);
    }

    /// <summary>Finds the prices with (about) the highest bound: those at which the cheapest points just reach gain and cover.</summary>
    public Prices UseBestPrices()
    {
        var coverPrice = cover <= 0 ? 0 : Bisect(price => CheapestTotal(new Prices(GainPrice(price), price)).Cover >= cover, CoverPriceSteps);
        Use(new Prices(GainPrice(coverPrice), coverPrice));
        return _prices;
    }

    /// <summary>The least total cost that is not above <paramref name="limit"/> (<see cref="None"/>: any), or null when there is none.</summary>
    public long? Cost(long limit)
    {
        // The total of another way is close; without one the gap grows until it holds the least.
        var gap = limit < None ? limit - Bound : Math.Max(1, Math.Abs(Bound) / FirstGap);
        long? least = null;
        while (true)
        {
            var last = gap >= limit - Bound;
            if (CostWithin(gap, limit) is { } cost)
            {
                least = limit = cost;
            }

            if (last || limit <= Bound + gap)
            {
                return least;
            }

            gap = Math.Min(gap * 4, limit - Bound);
        }
    }

    /// <summary>For each class, the totals of the classes after it that can still be part of a total of this cost.</summary>
    public IReadOnlyList<IReadOnlyList<FrontPoint>> TotalsAfter(long cost)
    {
        var after = new IReadOnlyList<FrontPoint>[classes.Count];
        var totals = Front.Nothing;
        var floor = 0.0;
        for (var index = classes.Count - 1; index >= 0; index--)
        {
            after[index] = totals;
            floor += _cheapest[index];
            totals = Extend(totals, index, floor, cost - Bound);
        }

        return after;
    }

    /// <summary>
    /// The least total cost up to <paramref name="limit"/> of points whose distances from the bound stay within the gap.
    /// The totals of each half of the classes stay few; those of all together would not.
    /// </summary>
    private long? CostWithin(double gap, long limit)
    {
        var half = classes.Count / 2;
        var others = Totals(half, classes.Count, gap);
        long? best = null;
        foreach (var total in Totals(0, half, gap))
        {
            foreach (var other in others)
            {
                if (total.Cost + other.Cost > limit)
                {
                    break;
                }

                if ((total + other).Reaches(gain, cover))
                {
                    limit = total.Cost + other.Cost;
                    best = limit;
                    break;
                }
            }
        }

        return best;
    }

    private IReadOnlyList<FrontPoint> Totals(int from, int to, double gap)
    {
        var totals = Front.Nothing;
        var floor = 0.0;
        for (var index = from; index < to; index++)
        {
            floor += _cheapest[index];
            totals = Extend(totals, index, floor, gap);
        }

        return totals;
    }

    /// <summary>Adds a class: every class adds its distance from its cheapest point, and their sum must stay within the gap.</summary>
    private IReadOnlyList<FrontPoint> Extend(IReadOnlyList<FrontPoint> totals, int index, double floor, double gap)
    {
        var front = classes[index];
        double[] priced = [.. totals.Select(Priced)];
        _sums.Clear();
        for (var place = 0; place < front.Points.Count; place++)
        {
            var own = front.PricedAt(place, _prices);
            if (own - _cheapest[index] > gap + Tolerance)
            {
                continue;
            }

            for (var total = 0; total < priced.Length; total++)
            {
                if (priced[total] + own - floor <= gap + Tolerance)
                {
                    _sums.Add(Capped(totals[total] + front.Points[place]));
                }
            }
        }

        return Front.WithoutBeaten(_sums);
    }

    /// <summary>
    /// Without what is more than needed. A total reaches gain and cover with the rest of it or without, so the bound holds
    /// for what is left, and points that differ in the rest alone beat each other.
    /// </summary>
    private FrontPoint Capped(FrontPoint point) =>
        point with { Cover = Math.Min(point.Cover, cover), Gain = Int128.Min(point.Gain, gain) };

    private double Priced(FrontPoint point) =>
        point.Cost - (_prices.Gain * (double)point.Gain) - (_prices.Cover * point.Cover);

    private double GainPrice(double coverPrice) =>
        gain <= 0 ? 0 : Bisect(price => CheapestTotal(new Prices(price / (double)gain, coverPrice)).Gain >= (double)gain, GainPriceSteps) / (double)gain;

    private (double Gain, double Cover) CheapestTotal(Prices prices)
    {
        var (totalGain, totalCover) = (0.0, 0.0);
        foreach (var front in classes)
        {
            var place = front.Cheapest(prices);
            totalGain += front.GainAt(place);
            totalCover += front.CoverAt(place);
        }

        return (totalGain, totalCover);
    }

    /// <summary>The price around which <paramref name="enough"/> becomes true; 0 when it is from the start.</summary>
    private static double Bisect(Func<double, bool> enough, int steps)
    {
        if (enough(0))
        {
            return 0;
        }

        var high = 1.0;
        while (!enough(high) && high < 1e15)
        {
            high *= 16;
        }

        var low = high / 16;
        for (var step = 0; step < steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = enough(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}
