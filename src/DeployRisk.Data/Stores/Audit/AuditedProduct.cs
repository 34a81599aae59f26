namespace DeployRisk.Data.Stores.Audit;

/// <summary>A product that records of the audit trail are about.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its address.</param>
public sealed record AuditedProduct(string Name, string Slug);
