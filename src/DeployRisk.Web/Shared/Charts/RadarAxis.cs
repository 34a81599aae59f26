namespace DeployRisk.Web.Shared.Charts;

/// <summary>One axis of a radar chart.</summary>
/// <param name="Label">A short name, three or four letters.</param>
/// <param name="Value">0-100; null when there is none: the shape leaves the axis out.</param>
/// <param name="Potential">0-100; null when there is none.</param>
/// <param name="IsLow">Whether it stands below what is asked of it.</param>
public sealed record RadarAxis(string Label, double? Value, double? Potential, bool IsLow);
