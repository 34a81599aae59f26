using DeployRisk.Data.Auditing;

namespace DeployRisk.Data.Stores.People;

/// <summary>What the audit trail tells by somebody or about them.</summary>
/// <param name="Sequence">Its place in the trail.</param>
/// <param name="At">When, UTC.</param>
/// <param name="IsByMe">Whether the person did it; else somebody else did it to their account.</param>
/// <param name="Action">What was done.</param>
/// <param name="Product">The product that it is about; null when there is none, or none that the person may read.</param>
/// <param name="Origin">The network address that the person did it from; null when somebody else did.</param>
/// <param name="Details">What else is told; null when it is of a product that the person may not read.</param>
public sealed record OwnRecord(long Sequence, DateTimeOffset At, bool IsByMe, AuditAction Action, string? Product, string? Origin, string? Details);
