namespace DeployRisk.Web.Shared.Charts;

/// <summary>A line across a bar.</summary>
/// <param name="At">Where, 0-100.</param>
/// <param name="Label">What stands below it; null: nothing, where the text beside the bar says what it is.</param>
public sealed record BarTick(int At, string? Label = null);
