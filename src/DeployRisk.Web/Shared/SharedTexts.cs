namespace DeployRisk.Web.Shared;

/// <summary>Names the texts that several features share: SharedTexts.resx (English) and SharedTexts.fr.resx.</summary>
public sealed class SharedTexts;
