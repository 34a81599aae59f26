namespace DeployRisk.Domain.Recommendations;

/// <summary>Levels, both ends included, that no gate condition tells apart.</summary>
internal readonly record struct Interval(int Low, int High)
{
    public bool Contains(int level) => level >= Low && level <= High;
}
