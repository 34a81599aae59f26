namespace DeployRisk.Domain.Recommendations;

/// <summary>What a set of raises costs and brings.</summary>
/// <param name="Cost">Effort and, in the low digits, the number of questions raised: comparing it compares both in turn.</param>
/// <param name="Cover">Weight of unknown questions that get a level.</param>
/// <param name="Gain">Readiness gained, in the exact unit of the problem.</param>
internal readonly record struct FrontPoint(long Cost, int Cover, Int128 Gain)
{
    public static FrontPoint operator +(FrontPoint a, FrontPoint b) =>
        new(a.Cost + b.Cost, a.Cover + b.Cover, checked(a.Gain + b.Gain));

    public bool Reaches(Int128 gain, int cover) => Gain >= gain && Cover >= cover;
}
