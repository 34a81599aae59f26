using DeployRisk.Domain.Scoring;

namespace DeployRisk.Web.Shared.Charts;

/// <summary>One release in the chart of readiness over releases.</summary>
/// <param name="Release">The name of the release.</param>
/// <param name="Date">When it was assessed, as the reader writes dates.</param>
/// <param name="Readiness">0-100.</param>
/// <param name="Potential">0-100, with every unknown at the top.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Tier">Tier of inherent risk, 0-4, which sets the lines.</param>
/// <param name="GoLine">Go needs this readiness, 0-100.</param>
/// <param name="NoGoLine">Below this readiness it is a No-go, 0-100.</param>
/// <param name="Href">The address of the result.</param>
public sealed record ReadinessPoint(
    string Release,
    string Date,
    double Readiness,
    double Potential,
    Verdict Verdict,
    int Tier,
    int GoLine,
    int NoGoLine,
    string Href);
