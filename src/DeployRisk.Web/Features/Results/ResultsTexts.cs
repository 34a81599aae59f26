namespace DeployRisk.Web.Features.Results;

/// <summary>The texts of the result page.</summary>
public sealed class ResultsTexts;
