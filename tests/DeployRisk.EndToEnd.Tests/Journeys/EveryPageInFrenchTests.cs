namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <inheritdoc/>
public sealed class EveryPageInFrenchTests(DeployRiskApp app) : EveryPageTests(app, "fr-FR", "fr", dark: true);
