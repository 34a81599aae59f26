using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Shared.Charts;

/// <summary>Readiness over releases: verdict bands behind, a link for each release in front, a table for screen readers.</summary>
public sealed partial class ReadinessChart
{
    private IReadOnlyList<ReadinessBand> _bands = [];
    private IReadOnlyList<ReleaseLabels> _labels = [];

    /// <summary>The releases, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReadinessPoint> Points { get; set; }

    /// <summary>What the chart shows, in words.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    protected override void OnParametersSet()
    {
        _bands = ReadinessBand.Of(Points);
        _labels = ReleaseLabels.ForEveryRoom(Points.Count);
    }

    private static string N(double value) => Geometry.Number(value);

    private string X(int index) => N(Geometry.Column(index, Points.Count));

    private string NameOf(ReadinessPoint point) =>
        T["PointName", point.Release, point.Date, Word(point.Verdict), Figures.Readiness(point.Readiness)];

    private string Word(Verdict verdict) => verdict switch
    {
        Verdict.Go => T["Go"],
        Verdict.Conditional => T["Conditional"],
        _ => T["NoGo"],
    };
}
