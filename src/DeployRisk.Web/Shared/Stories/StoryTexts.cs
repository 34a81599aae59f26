namespace DeployRisk.Web.Shared.Stories;

/// <summary>Names the texts of this folder.</summary>
public sealed class StoryTexts;
