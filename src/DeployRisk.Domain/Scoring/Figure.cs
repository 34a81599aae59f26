using System.Numerics;

namespace DeployRisk.Domain.Scoring;

/// <summary>A quotient of whole numbers, from 0 up, to 20 decimal places, half upwards.</summary>
/// <param name="Floor">The whole part of the quotient before rounding, so that it compares exactly with whole numbers.</param>
/// <param name="High">The first ten decimal places.</param>
/// <param name="Low">The next ten; 10,000,000,000 when they were rounded up to it.</param>
internal readonly record struct Figure(int Floor, ulong High, ulong Low) : IComparable<Figure>
{
    public const ulong TenPlaces = 10_000_000_000;

    /// <summary>Below this a remainder can be moved up ten places within 64 bits.</summary>
    private const ulong SmallDivisor = ulong.MaxValue / TenPlaces;

    /// <summary>The same for 128 bits.</summary>
    private static readonly UInt128 _mediumDivisor = UInt128.MaxValue / TenPlaces;

    /// <summary>Tenths, downwards.</summary>
    public int Tenths => (Floor * 10) + (int)(High / (TenPlaces / 10));

    public bool IsWholeTenths => High % (TenPlaces / 10) == 0 && Low == 0;

    private UInt128 Units => ((UInt128)(((ulong)Floor * TenPlaces) + High) * TenPlaces) + Low;

    public decimal Value
    {
        get
        {
            if ((High | Low) == 0)
            {
                return Floor;
            }

            // Without zeros at the end, which a decimal would keep and show.
            var (units, scale) = Low == 0 ? (((UInt128)(ulong)Floor * TenPlaces) + High, 10) : (Units, 20);
            while ((ulong)units % 2 == 0 && scale > 0 && units % 10 == 0)
            {
                units /= 10;
                scale--;
            }

            var upper = (ulong)(units >> 64);
            return upper <= uint.MaxValue
                ? new decimal((int)(uint)units, (int)(uint)(units >> 32), (int)(uint)upper, false, (byte)scale)
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
        if ((ulong)whole >= SmallDivisor)
        {
            return Of((BigInteger)part, whole);
        }

        var (floor, rest) = Math.DivRem((ulong)part, (ulong)whole);
        if (rest == 0)
        {
            return new Figure((int)floor, 0, 0);
        }

        (var high, rest) = Math.DivRem(rest * TenPlaces, (ulong)whole);
        (var low, rest) = Math.DivRem(rest * TenPlaces, (ulong)whole);
        return new Figure((int)floor, high, low + (rest * 2 >= (ulong)whole ? 1UL : 0));
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
        return new Figure((int)floor, (ulong)high, (ulong)low + (rest * 2 >= whole ? 1UL : 0));
    }

    /// <summary>The quotient of two numbers of any size, neither below 0.</summary>
    public static Figure Of(BigInteger part, BigInteger whole)
    {
        var floor = BigInteger.DivRem(part, whole, out var rest);
        var places = ((rest * TenPlaces * TenPlaces * 2) + whole) / (whole * 2);
        var high = BigInteger.Min(places / TenPlaces, TenPlaces - 1);
        return new Figure((int)floor, (ulong)high, (ulong)(places - (high * TenPlaces)));
    }
}
