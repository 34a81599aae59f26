namespace DeployRisk.Domain.Scoring;

/// <summary>A quotient of whole numbers of which many multiples are wanted: each takes one small division. The default is 0.</summary>
internal readonly struct Rate
{
    private readonly long _part;
    private readonly long _whole;
    private readonly Figure _once;
    private readonly ulong _rest;

    public Rate(long part, long whole)
    {
        _part = part;
        _whole = whole;
        if (whole <= uint.MaxValue)
        {
            _once = Figure.Downwards((ulong)part, (ulong)whole, out _rest);
        }
    }

    /// <summary>So many times the quotient, rounded only then.</summary>
    public Figure Times(int count)
    {
        if (_whole == 0)
        {
            return default;
        }

        if (_whole > uint.MaxValue)
        {
            return Figure.Of(_part * count, _whole);
        }

        var (units, rest) = Math.DivRem(_rest * (uint)count, (ulong)_whole);
        var (carry, low) = Math.DivRem((_once.Low * (uint)count) + units, Figure.TenPlaces);
        (carry, var high) = Math.DivRem((_once.High * (uint)count) + carry, Figure.TenPlaces);
        return new Figure((_once.Floor * count) + (int)carry, high, low + Figure.Half(rest, (ulong)_whole));
    }
}
