namespace DeployRisk.Web.Features.Sample;

/// <summary>The texts about the sample organisation.</summary>
public sealed class SampleTexts;
