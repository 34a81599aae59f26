namespace DeployRisk.Web.Features.Audit;

/// <summary>Marks the texts of this folder.</summary>
public sealed class AuditTexts;
