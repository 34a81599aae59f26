namespace DeployRisk.Web.Features.Assess;

/// <summary>Names the texts of this journey: AssessTexts.resx (English) and AssessTexts.fr.resx.</summary>
public sealed class AssessTexts;
