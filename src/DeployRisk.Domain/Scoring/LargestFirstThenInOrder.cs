namespace DeployRisk.Domain.Scoring;

/// <summary>The larger figure first; of equal ones the one that came first.</summary>
internal sealed class LargestFirstThenInOrder : IComparer<(decimal Figure, int Place)>
{
    public static LargestFirstThenInOrder Instance { get; } = new();

    public int Compare((decimal Figure, int Place) x, (decimal Figure, int Place) y)
    {
        var byFigure = y.Figure.CompareTo(x.Figure);
        return byFigure != 0 ? byFigure : x.Place.CompareTo(y.Place);
    }
}
