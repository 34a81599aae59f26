namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <inheritdoc/>
public sealed class EveryPageInEnglishTests(DeployRiskApp app) : EveryPageTests(app, "en-GB", "en", dark: false);
