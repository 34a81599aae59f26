using System.Globalization;
using Bunit;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Charts;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Charts;

public sealed class ReadinessChartTests : BunitContext
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public ReadinessChartTests() => Services.AddLocalization();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(200)]
    public void Chart_AnyNumberOfReleases_HasAMarkAndARowForEach(int count)
    {
        var chart = Chart(Points(count));

        Assert.Equal(count, chart.FindAll("a.point").Count);
        Assert.Equal(count, chart.FindAll("tbody tr").Count);
        Assert.All(chart.FindAll(".point"), point => Assert.InRange(Share(point.GetAttribute("style")!, "left"), 0, 100));
    }

    [Fact]
    public void Point_Name_SaysReleaseDateVerdictAndReadiness()
    {
        var link = Chart(Points(1)).Find("a.point");

        Assert.Equal("1.0, 3 May 2026: Go with conditions, readiness 62.0", link.GetAttribute("aria-label"));
        Assert.Equal("/assessments/0/result", link.GetAttribute("href"));
    }

    [Fact]
    public void Chart_VerdictsDiffer_ShapesDiffer()
    {
        ReadinessPoint[] points = [Point(0, Verdict.Go), Point(1, Verdict.Conditional), Point(2, Verdict.NoGo)];

        var shapes = Chart(points).FindAll("a.point svg").Select(mark => mark.InnerHtml.Trim()).ToList();

        Assert.Equal(3, shapes.Distinct().Count());
    }

    [Theory]
    [InlineData("wide", 10)]
    [InlineData("middling", 5)]
    [InlineData("narrow", 2)]
    public void Chart_ManyReleases_NamesAtEqualDistancesUpToTheLatest(string room, int most)
    {
        const int count = 200;
        var labels = Chart(Points(count)).FindAll($".labels.{room} span").Select(label => int.Parse(label.TextContent[2..], CultureInfo.InvariantCulture)).ToList();

        Assert.InRange(labels.Count, 2, most);
        Assert.Equal(count - 1, labels[^1]);
        Assert.Single(labels.Zip(labels.Skip(1), (earlier, later) => later - earlier).Distinct());
    }

    [Fact]
    public void Chart_InFrench_WritesCoordinatesWithAPoint()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");

        var chart = Chart(Points(3));

        Assert.Equal("16.667,38 50,38 83.333,38", chart.Find("polyline").GetAttribute("points"));
        Assert.Contains("left:16.667%", chart.Find("a.point").GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bands_RiskChangesBetweenReleases_LinesChangeWithIt()
    {
        ReadinessPoint[] points = [Point(0, go: 80, noGo: 60), Point(1, go: 80, noGo: 60), Point(2, go: 60, noGo: 40), Point(3, go: 60, noGo: 40)];

        Assert.Equal([new ReadinessBand(0, 50, 80, 60), new ReadinessBand(50, 100, 60, 40)], ReadinessBand.Of(points));
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentCulture = _culture;
        base.Dispose(disposing);
    }

    private static double Share(string style, string property) => double.Parse(
        style.Split(';').Single(part => part.StartsWith(property, StringComparison.Ordinal)).Split(':')[1].TrimEnd('%'),
        CultureInfo.InvariantCulture);

    private static ReadinessPoint[] Points(int count) => [.. Enumerable.Range(0, count).Select(index => Point(index))];

    private static ReadinessPoint Point(int index, Verdict verdict = Verdict.Conditional, int go = 70, int noGo = 50) =>
        new($"1.{index}", "3 May 2026", 62, 71, verdict, go, noGo, $"/assessments/{index}/result");

    private IRenderedComponent<ReadinessChart> Chart(IReadOnlyList<ReadinessPoint> points) => Render<ReadinessChart>(parameters => parameters
        .Add(chart => chart.Points, points)
        .Add(chart => chart.Caption, "Readiness"));
}
