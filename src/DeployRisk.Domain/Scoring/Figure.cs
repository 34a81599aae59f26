using System.Numerics;

namespace DeployRisk.Domain.Scoring;

/// <summary>A quotient of whole numbers, from 0 up.</summary>
/// <param name="Value">To 20 decimal places, half upwards.</param>
/// <param name="Floor">The whole part, so that it compares exactly with whole numbers.</param>
internal readonly record struct Figure(decimal Value, int Floor)
{
    private const long TenPlaces = 10_000_000_000;

    /// <summary>Below this a remainder can be moved up ten places within 64 bits.</summary>
    private const ulong SmallDivisor = ulong.MaxValue / TenPlaces;

    /// <summary>The same for 128 bits.</summary>
    private static readonly UInt128 _mediumDivisor = UInt128.MaxValue / TenPlaces;

    public static bool operator <(Figure figure, int line) => figure.Floor < line;

    public static bool operator >(Figure figure, int line) => figure.Value > line;

    /// <summary>The quotient of two numbers, neither below 0.</summary>
    public static Figure Of(long part, long whole)
    {
        if ((ulong)whole >= SmallDivisor)
        {
            return Of((BigInteger)part, whole);
        }

        var (floor, rest) = Math.DivRem((ulong)part, (ulong)whole);
        if (rest == 0)
        {
            return new Figure(floor, (int)floor);
        }

        (var high, rest) = Math.DivRem(rest * TenPlaces, (ulong)whole);
        (var low, rest) = Math.DivRem(rest * TenPlaces, (ulong)whole);
        return Join((int)floor, high, low + (rest * 2 >= (ulong)whole ? 1UL : 0));
    }

    /// <summary>The quotient of two numbers, neither below 0.</summary>
    public static Figure Of(UInt128 part, UInt128 whole)
    {
        if (part <= long.MaxValue && whole < SmallDivisor)
        {
            return Of((long)part, (long)whole);
        }

        if (whole >= _mediumDivisor)
        {
            return Of((BigInteger)part, whole);
        }

        var (floor, rest) = UInt128.DivRem(part, whole);
        (var high, rest) = UInt128.DivRem(rest * TenPlaces, whole);
        (var low, rest) = UInt128.DivRem(rest * TenPlaces, whole);
        return Join((int)floor, (ulong)high, (ulong)low + (rest * 2 >= whole ? 1UL : 0));
    }

    /// <summary>The quotient of two numbers, neither below 0, of any size.</summary>
    public static Figure Of(BigInteger part, BigInteger whole)
    {
        var floor = BigInteger.DivRem(part, whole, out var rest);
        var places = ((rest * TenPlaces * TenPlaces * 2) + whole) / (whole * 2);
        return Join((int)floor, (ulong)(places / TenPlaces), (ulong)(places % TenPlaces));
    }

    private static Figure Join(int floor, ulong high, ulong low)
    {
        // Without zeros at the end, which a decimal would keep and show.
        var value = low == 0
            ? floor + Shortest(high, 10)
            : floor + new decimal((int)(uint)high, (int)(uint)(high >> 32), 0, false, 10) + Shortest(low, 20);
        return new Figure(value, floor);
    }

    private static decimal Shortest(ulong digits, byte scale)
    {
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        return new decimal((int)(uint)digits, (int)(uint)(digits >> 32), 0, false, scale);
    }
}
