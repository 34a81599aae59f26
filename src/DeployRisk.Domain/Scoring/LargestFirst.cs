namespace DeployRisk.Domain.Scoring;

/// <summary>
/// Sorts by a figure, the largest first, equal ones in their order. Figures of one card differ by more than their
/// rounding, or not at all.
/// </summary>
internal sealed class LargestFirst(int capacity)
{
    private const int Places = 1 << 13;
    private const int Floors = 200_000;

    private readonly ulong[] _keys = new ulong[capacity];
    private readonly (Figure Figure, int Place)[] _items = new (Figure, int)[capacity];
    private int _count;

    /// <summary>Adds an item; places come in rising order.</summary>
    public void Add(Figure figure, int place)
    {
        // Ten decimal places and the order in one number, which sorts fastest; the complement puts the largest first.
        var digits = ((ulong)Math.Min(figure.Floor, Floors) * Figure.TenPlaces) + figure.High;
        _keys[_count] = ((ulong.MaxValue / Places) - digits) * Places + (ulong)Math.Min(place, Places - 1);
        _items[_count] = (figure, place);
        _count++;
    }

    public T[] Sorted<T>(Func<int, decimal, T> make)
    {
        Array.Sort(_keys, _items, 0, _count);
        var sorted = new T[_count];
        for (var rank = 0; rank < _count; rank++)
        {
            SettleAt(rank);
        }

        for (var rank = 0; rank < _count; rank++)
        {
            sorted[rank] = make(_items[rank].Place, _items[rank].Figure.Value);
        }

        return sorted;
    }

    /// <summary>Moves the item before those that only its further digits, or its place, put after it.</summary>
    private void SettleAt(int rank)
    {
        for (; rank > 0 && Precedes(_items[rank], _items[rank - 1]); rank--)
        {
            (_items[rank], _items[rank - 1]) = (_items[rank - 1], _items[rank]);
        }
    }

    private static bool Precedes((Figure Figure, int Place) item, (Figure Figure, int Place) other) =>
        item.Figure == other.Figure ? item.Place < other.Place : item.Figure.CompareTo(other.Figure) > 0;
}
