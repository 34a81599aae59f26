using DeployRisk.Data.Auditing;

namespace DeployRisk.Data.Stores.Audit;

/// <summary>Records of the audit trail, the latest first.</summary>
/// <param name="Entries">The records.</param>
/// <param name="HasOlder">Whether older ones follow.</param>
/// <param name="Head">The end of the whole trail; null when somebody has taken it out of the database.</param>
public sealed record AuditRecords(IReadOnlyList<AuditEntry> Entries, bool HasOlder, AuditHead? Head);
