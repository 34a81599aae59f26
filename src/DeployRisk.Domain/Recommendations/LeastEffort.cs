namespace DeployRisk.Domain.Recommendations;

/// <summary>
/// Chooses one point of each class with the least total cost that reaches a gain and a cover: a multiple-choice
/// knapsack, solved exactly. Prices on gain and cover (Lagrange multipliers) give a bound from below; a point whose
/// distance from that bound exceeds the gap to the best total cannot be part of it.
/// </summary>
internal sealed class LeastEffort
{
    private const int PriceSteps = 40;

    private readonly IReadOnlyList<IReadOnlyList<FrontPoint>> _classes;
    private readonly Int128 _gain;
    private readonly int _cover;
    private readonly double _gainScale;
    private double _gainPrice;
    private double _coverPrice;
    private double[] _cheapest = [];

    public LeastEffort(IReadOnlyList<IReadOnlyList<FrontPoint>> classes, Int128 gain, int cover)
    {
        _classes = classes;
        _gain = gain;
        _cover = cover;
        _gainScale = Math.Max(1, (double)gain);
        SetPrices();
    }

    /// <summary>No total can cost less.</summary>
    public double Bound { get; private set; }

    /// <summary>The least total cost that is not above <paramref name="limit"/>, or null when there is none.</summary>
    public long? Cost(long limit)
    {
        var tolerance = Tolerance;
        for (var gap = Math.Max(1, Math.Abs(Bound) / 1000); ; gap *= 4)
        {
            var last = Bound + gap > limit;
            var best = Within(last ? limit - Bound : gap, Front.Nothing, _classes)
                .Where(point => point.Reaches(_gain, _cover) && point.Cost <= limit)
                .Select(point => (long?)point.Cost)
                .Min();
            if (best <= Bound + gap + tolerance || last)
            {
                return best;
            }
        }
    }

    /// <summary>For each class, the totals of the classes after it that can still be part of a total of this cost.</summary>
    public IReadOnlyList<IReadOnlyList<FrontPoint>> TotalsAfter(long cost)
    {
        var after = new IReadOnlyList<FrontPoint>[_classes.Count];
        var totals = Front.Nothing;
        for (var index = _classes.Count - 1; index >= 0; index--)
        {
            after[index] = totals;
            totals = Within(cost - Bound, totals, [_classes[index]], index);
        }

        return after;
    }

    private double Tolerance => 1e-6 * Math.Max(1, Math.Abs(Bound));

    private IReadOnlyList<FrontPoint> Within(
        double gap,
        IReadOnlyList<FrontPoint> totals,
        IReadOnlyList<IReadOnlyList<FrontPoint>> classes,
        int firstClass = 0)
    {
        if (gap < -Tolerance)
        {
            return [];
        }

        // Every class adds its distance from its cheapest point; the sum must stay within the gap.
        var last = firstClass + classes.Count - 1;
        var floor = _cheapest.Skip(last + 1).Sum();
        for (var index = firstClass; index <= last; index++)
        {
            var points = _classes[index].Where(point => Priced(point) - _cheapest[index] <= gap + Tolerance).ToList();
            floor += _cheapest[index];
            var sums = new List<FrontPoint>();
            foreach (var total in totals)
            {
                foreach (var point in points)
                {
                    var sum = total + point;
                    if (Priced(sum) - floor <= gap + Tolerance)
                    {
                        sums.Add(sum);
                    }
                }
            }

            totals = Front.WithoutBeaten(sums);
        }

        return totals;
    }

    private double Priced(FrontPoint point) =>
        point.Cost - (_gainPrice * ((double)point.Gain / _gainScale)) - (_coverPrice * point.Cover);

    /// <summary>Raises the prices until the cheapest points reach gain and cover on average: the bound is highest there.</summary>
    private void SetPrices()
    {
        if (_cover > 0)
        {
            _coverPrice = Bisect(price =>
            {
                _coverPrice = price;
                SetGainPrice();
                return CheapestTotal().Cover >= _cover;
            });
        }

        SetGainPrice();
        _cheapest = [.. _classes.Select(points => points.Min(Priced))];
        Bound = _cheapest.Sum() + (_gainPrice * ((double)_gain / _gainScale)) + (_coverPrice * _cover);
    }

    private void SetGainPrice()
    {
        if (_gain <= 0)
        {
            _gainPrice = 0;
            return;
        }

        _gainPrice = Bisect(price =>
        {
            _gainPrice = price;
            return CheapestTotal().Gain >= _gain;
        });
    }

    private FrontPoint CheapestTotal()
    {
        var total = default(FrontPoint);
        foreach (var points in _classes)
        {
            var best = points[0];
            var least = Priced(best);
            foreach (var point in points)
            {
                var priced = Priced(point);
                if (priced < least)
                {
                    least = priced;
                    best = point;
                }
            }

            total += best;
        }

        return total;
    }

    /// <summary>The price around which <paramref name="enough"/> becomes true; 0 when it is from the start.</summary>
    private static double Bisect(Func<double, bool> enough)
    {
        if (enough(0))
        {
            return 0;
        }

        var high = 1.0;
        while (!enough(high) && high < 1e18)
        {
            high *= 8;
        }

        var low = 0.0;
        for (var step = 0; step < PriceSteps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = enough(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }
}
