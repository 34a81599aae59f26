namespace DeployRisk.Web.Features.Home;

/// <summary>The texts of the first page.</summary>
public sealed class HomeTexts;
