using System.Numerics;

namespace DeployRisk.Domain.Scoring;

/// <summary>A quotient of whole numbers, from 0 up, to 20 decimal places, half upwards.</summary>
/// <param name="Floor">The whole part of the quotient before rounding, so that it compares exactly with whole numbers.</param>
/// <param name="High">The first ten decimal places.</param>
/// <param name="Low">The next ten; 10,000,000,000 when they were rounded up to it.</param>
internal readonly record struct Figure(int Floor, ulong High, ulong Low) : IComparable<Figure>
{
    public const ulong TenPlaces = 10_000_000_000;

    private const ulong FivePlaces = 100_000;

    /// <summary>Below this a remainder can be moved up ten places within 64 bits.</summary>
    private const ulong SmallDivisor = ulong.MaxValue / TenPlaces;

    /// <summary>The same for five places.</summary>
    private const ulong MediumDivisor = ulong.MaxValue / FivePlaces;

    /// <summary>Tenths, downwards.</summary>
    public int Tenths => (Floor * 10) + (int)(High / (TenPlaces / 10));

    public bool IsWholeTenths => High % (TenPlaces / 10) == 0 && Low == 0;

    public decimal Value
    {
        get
        {
            if ((High | Low) == 0)
            {
                return Floor;
            }

            // Without zeros at the end, which a decimal would keep and show.
            var upper = ((ulong)Floor * TenPlaces) + High + (Low / TenPlaces);
            var (lower, unit, scale) = (Low % TenPlaces, TenPlaces, 20);
            if (lower == 0)
            {
                (upper, lower, unit, scale) = (0, upper, 0, 10);
            }

            while (lower % 10 == 0 && scale > 0)
            {
                (lower, unit, scale) = (lower / 10, unit / 10, scale - 1);
            }

            var digits = ((UInt128)upper * unit) + lower;
            return (ulong)(digits >> 64) <= uint.MaxValue
                ? new decimal((int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), false, (byte)scale)
                : Floor + ((decimal)High / TenPlaces) + ((decimal)Low / TenPlaces / TenPlaces);
        }
    }

    public static bool operator <(Figure figure, int line) => figure.Floor < line;

    public static bool operator >(Figure figure, int line) => figure.Floor > line || (figure.Floor == line && (figure.High | figure.Low) != 0);

    public int CompareTo(Figure other)
    {
        var byFloor = Floor.CompareTo(other.Floor);
        var byHigh = byFloor != 0 ? byFloor : High.CompareTo(other.High);
        return byHigh != 0 ? byHigh : Low.CompareTo(other.Low);
    }

    /// <summary>The quotient of two numbers, neither below 0.</summary>
    public static Figure Of(long part, long whole)
    {
        if ((ulong)whole >= MediumDivisor)
        {
            return Of((BigInteger)part, whole);
        }

        var figure = Downwards((ulong)part, (ulong)whole, out var rest);
        return rest == 0 ? figure : figure with { Low = figure.Low + Half(rest, (ulong)whole) };
    }

    /// <summary>The quotient cut off after 20 decimal places, and what remains; for a divisor of up to 32 bits at least.</summary>
    public static Figure Downwards(ulong part, ulong divisor, out ulong rest)
    {
        (var floor, rest) = Math.DivRem(part, divisor);
        if (rest == 0)
        {
            return new Figure((int)floor, 0, 0);
        }

        var high = NextTen(ref rest, divisor);
        var low = NextTen(ref rest, divisor);
        return new Figure((int)floor, high, low);
    }

    /// <summary>The quotient of two numbers of any size, neither below 0.</summary>
    public static Figure Of(BigInteger part, BigInteger whole)
    {
        var floor = BigInteger.DivRem(part, whole, out var rest);
        var places = ((rest * TenPlaces * TenPlaces * 2) + whole) / (whole * 2);
        var high = BigInteger.Min(places / TenPlaces, TenPlaces - 1);
        return new Figure((int)floor, (ulong)high, (ulong)(places - (high * TenPlaces)));
    }

    /// <summary>What rounding adds: 1 when the remainder is half the divisor or more.</summary>
    public static ulong Half(ulong rest, ulong divisor) => rest * 2 >= divisor ? 1UL : 0;

    /// <summary>The next ten decimal places, and what remains.</summary>
    private static ulong NextTen(ref ulong rest, ulong divisor)
    {
        ulong places;
        if (divisor < SmallDivisor)
        {
            (places, rest) = Math.DivRem(rest * TenPlaces, divisor);
            return places;
        }

        (var first, rest) = Math.DivRem(rest * FivePlaces, divisor);
        (places, rest) = Math.DivRem(rest * FivePlaces, divisor);
        return (first * FivePlaces) + places;
    }
}
