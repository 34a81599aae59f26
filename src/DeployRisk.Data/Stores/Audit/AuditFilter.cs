using DeployRisk.Data.Auditing;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores.Audit;

/// <summary>Which records of the audit trail are asked for; null asks for all.</summary>
/// <param name="Person">Who did it, or whose account or membership it changed.</param>
/// <param name="Product">The address of the product that it is about.</param>
/// <param name="Action">What was done.</param>
/// <param name="Period">When it was done.</param>
public sealed record AuditFilter(UserId? Person, string? Product, AuditAction? Action, HistoryPeriod Period)
{
    /// <summary>All records.</summary>
    public static AuditFilter Everything { get; } = new(null, null, null, HistoryPeriod.Always);
}
