using DeployRisk.Domain.Scoring;

namespace DeployRisk.Web.Shared.Charts;

/// <summary>One release in the chart of readiness over releases.</summary>
/// <param name="Release">The name of the release.</param>
/// <param name="Date">When it was assessed, as the reader writes dates.</param>
/// <param name="Readiness">0-100.</param>
/// <param name="Potential">0-100, with every unknown at the top.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="GoLine">Go needed this readiness, 0-100.</param>
/// <param name="NoGoLine">Below this readiness it was a No-go, 0-100.</param>
/// <param name="Href">The address of the result.</param>
public sealed record ReadinessPoint(
    string Release,
    string Date,
    double Readiness,
    double Potential,
    Verdict Verdict,
    int GoLine,
    int NoGoLine,
    string Href);
