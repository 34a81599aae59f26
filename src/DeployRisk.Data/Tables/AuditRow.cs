using DeployRisk.Data.Auditing;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Tables;

/// <summary>Who did what; written in the transaction of the deed, never changed.</summary>
internal sealed class AuditRow
{
    /// <summary>Longest details, in characters.</summary>
    public const int MaxDetailsLength = 1000;

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required UserId By { get; init; }

    public required AuditAction Action { get; init; }

    public required AuditSubject Subject { get; init; }

    /// <summary>The id of the subject; all zeros for the organisation.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What a reader wants to know besides, such as names; never the text of an answer or a note.</summary>
    public required string Details { get; init; }
}
