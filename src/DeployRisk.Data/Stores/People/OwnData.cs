namespace DeployRisk.Data.Stores.People;

/// <summary>Everything that is kept about one person, as they take it away. What there can be much of is read while it is written.</summary>
/// <param name="Account">The account and how its person signs in.</param>
/// <param name="Products">The products that they are a member of.</param>
/// <param name="Assessments">What they started, submitted, withdrew or wrote in.</param>
/// <param name="AuditTrail">What the audit trail tells by them or about them, the oldest first.</param>
public sealed record OwnData(
    OwnAccount Account, IReadOnlyList<OwnMembership> Products, IAsyncEnumerable<OwnAssessment> Assessments, IAsyncEnumerable<OwnRecord> AuditTrail);
