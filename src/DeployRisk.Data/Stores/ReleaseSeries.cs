namespace DeployRisk.Data.Stores;

/// <summary>The releases of a period as charts show them; withdrawn ones are left out.</summary>
/// <param name="Releases">The latest of them, oldest first, at most <see cref="MostReleases"/>.</param>
/// <param name="Count">How many the period has.</param>
public sealed record ReleaseSeries(IReadOnlyList<AssessedRelease> Releases, int Count)
{
    /// <summary>The most releases that a chart can show and a reader tell apart.</summary>
    public const int MostReleases = 30;

    /// <summary>Of a product that is not there for the reader.</summary>
    public static readonly ReleaseSeries Empty = new([], Count: 0);
}
