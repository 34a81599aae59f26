namespace DeployRisk.Web.Shared.Charts;

/// <summary>The texts of the charts.</summary>
public sealed class ChartTexts;
