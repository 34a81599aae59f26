using DeployRisk.Data.Auditing;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.Audit;

/// <summary>
/// Details that name people. They stay in the database, because the chain is made over them; once the account is deleted they are
/// given to nobody.
/// </summary>
internal sealed class NamedDetails
{
    private static readonly AuditAction[] OfPeople =
    [
        AuditAction.PersonJoined, AuditAction.PersonDisabled, AuditAction.PersonEnabled, AuditAction.PersonRenamed, AuditAction.MemberChanged,
        AuditAction.PasskeyAdded, AuditAction.PasskeyRemoved, AuditAction.LinkMailed, AuditAction.LinkNotMailed, AuditAction.SignInRefused,
    ];

    private readonly IReadOnlyDictionary<UserId, string> _people;
    private readonly IReadOnlySet<Guid> _invitations;

    private NamedDetails(IReadOnlyDictionary<UserId, string> people, IReadOnlySet<Guid> invitations)
    {
        _people = people;
        _invitations = invitations;
    }

    /// <param name="context">Where invitations are.</param>
    /// <param name="rows">The records that are asked about.</param>
    /// <param name="people">The names of those of their people who have an account.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<NamedDetails> ReadAsync(
        DeployRiskDbContext context, IReadOnlyList<AuditRow> rows, IReadOnlyDictionary<UserId, string> people, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. rows.Where(row => row.Subject == AuditSubject.Invitation).Select(row => row.SubjectId).Distinct()];
        return new NamedDetails(
            people, await context.Invitations.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToHashSetAsync(cancellationToken));
    }

    /// <summary>Whether the details name somebody who has no account any more; who never had one is nobody's id. An invitation is deleted with the account that it made.</summary>
    public bool AreOfTheErased(AuditRow row) => row.Subject switch
    {
        AuditSubject.Person => OfPeople.Contains(row.Action) && row.SubjectId != Guid.Empty && !_people.ContainsKey(new UserId(row.SubjectId)),
        AuditSubject.Invitation => !_invitations.Contains(row.SubjectId),
        _ => false,
    };

    /// <summary>Roles that the details tell of besides; they stand behind the name.</summary>
    public static string WithoutName(AuditRow row) => row.Action switch
    {
        AuditAction.MemberChanged => string.Join(' ', row.Details.Split(' ').TakeLast(3)),
        AuditAction.PersonInvited => string.Join(' ', row.Details.Split(' ').Skip(1)),
        _ => "",
    };
}
