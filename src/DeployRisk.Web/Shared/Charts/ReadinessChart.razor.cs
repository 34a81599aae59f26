using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Shared.Charts;

/// <summary>Readiness over releases: verdict bands behind, a link for each release in front, a table for screen readers.</summary>
public sealed partial class ReadinessChart
{
    /// <summary>More labels than these do not fit below a chart as wide as the page.</summary>
    private const int MostLabels = 10;

    private IReadOnlyList<ReadinessBand> _bands = [];
    private IReadOnlyList<int> _labelled = [];

    /// <summary>The releases, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReadinessPoint> Points { get; set; }

    /// <summary>What the chart shows, in words.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    protected override void OnParametersSet()
    {
        _bands = ReadinessBand.Of(Points);
        _labelled = Labelled(Points.Count);
    }

    /// <summary>The first, the last, and what fits evenly between.</summary>
    private static List<int> Labelled(int count)
    {
        var shown = Math.Min(MostLabels, count);
        return shown < 2
            ? [.. Enumerable.Range(0, shown)]
            : [.. Enumerable.Range(0, shown).Select(index => (int)Math.Round(index * (count - 1) / (double)(shown - 1)))];
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
