using DeployRisk.Data.Auditing;

namespace DeployRisk.Data.Stores.Audit;

/// <summary>One record of the audit trail, as its reader may see it.</summary>
/// <param name="Sequence">Its place in the chain, from 1.</param>
/// <param name="Id">Its id, which is part of what is hashed.</param>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it; without a name when there is no such account any more.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="SubjectId">The id of that; all zeros for the organisation.</param>
/// <param name="SubjectName">The name of the person that it was done to; empty when it was no person, or is none any more.</param>
/// <param name="Product">The product that it is about; null when it is about none, or the product is gone.</param>
/// <param name="ProductId">The id of that product, also when it is gone.</param>
/// <param name="Origin">The network address that it was done from; null when the server did it itself.</param>
/// <param name="Details">What else is told of it; null when it belongs to a restricted product that the reader may not read, or names somebody whose account is deleted.</param>
/// <param name="DetailsHash">SHA-256 of the details, in hexadecimal.</param>
/// <param name="Hash">The hash of the record, in hexadecimal.</param>
/// <param name="Unnamed">The part of the details that names nobody, where they are left out because they name somebody; else null.</param>
public sealed record AuditEntry(
    long Sequence,
    Guid Id,
    DateTimeOffset At,
    Person By,
    AuditAction Action,
    AuditSubject Subject,
    Guid SubjectId,
    string SubjectName,
    AuditedProduct? Product,
    Guid? ProductId,
    string? Origin,
    string? Details,
    string DetailsHash,
    string Hash,
    string? Unnamed = null);
