using System.Globalization;

namespace DeployRisk.Web.Shared.Charts;

/// <summary>Numbers as CSS and SVG read them: with a point, whatever the reader's culture is.</summary>
internal static class Geometry
{
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Percent(double value) => Number(value) + "%";

    /// <summary>The middle of one of <paramref name="count"/> equal columns, 0-100.</summary>
    public static double Column(int index, int count) => (index + 0.5) * 100 / count;
}
