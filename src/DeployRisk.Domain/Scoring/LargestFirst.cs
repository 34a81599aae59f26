using System.Numerics;

namespace DeployRisk.Domain.Scoring;

/// <summary>Sorts by figures, the largest first, equal ones in their order.</summary>
internal static class LargestFirst
{
    /// <summary>The places of the figures, the place of the largest first.</summary>
    public static void Sort(ReadOnlySpan<Figure> figures, Span<ulong> places)
    {
        // Ten decimal places and the place in one number, which sorts fastest; the complement puts the largest first.
        var bitsOfPlace = BitOperations.Log2((uint)figures.Length | 1) + 1;
        var maskOfPlace = (1UL << bitsOfPlace) - 1;
        var largest = ulong.MaxValue >> bitsOfPlace;
        for (var place = 0; place < figures.Length; place++)
        {
            var figure = figures[place];
            var digits = (ulong)figure.Floor < largest / Figure.TenPlaces ? ((ulong)figure.Floor * Figure.TenPlaces) + figure.High : largest;
            places[place] = ((largest - digits) << bitsOfPlace) | (uint)place;
        }

        places.Sort();
        for (var rank = 1; rank < places.Length; rank++)
        {
            if (places[rank] >> bitsOfPlace == places[rank - 1] >> bitsOfPlace)
            {
                Settle(figures, places, rank, maskOfPlace);
            }
        }

        foreach (ref var place in places)
        {
            place &= maskOfPlace;
        }
    }

    /// <summary>Moves one before those that only further decimal places put after it.</summary>
    private static void Settle(ReadOnlySpan<Figure> figures, Span<ulong> places, int rank, ulong maskOfPlace)
    {
        while (rank > 0 && figures[(int)(places[rank] & maskOfPlace)].CompareTo(figures[(int)(places[rank - 1] & maskOfPlace)]) > 0)
        {
            (places[rank], places[rank - 1]) = (places[rank - 1], places[rank]);
            rank--;
        }
    }
}
