namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <inheritdoc/>
public sealed class DemoPagesInFrenchTests(DeployRiskApp app) : DemoPagesTests(app, "fr-FR", "fr", width: 360, dark: true);
