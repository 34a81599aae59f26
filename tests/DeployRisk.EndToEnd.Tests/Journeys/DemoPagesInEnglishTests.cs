namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <inheritdoc/>
public sealed class DemoPagesInEnglishTests(DeployRiskApp app) : DemoPagesTests(app, "en-GB", "en", width: 1280, dark: false);
