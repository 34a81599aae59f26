using DeployRisk.Data.Auditing;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>Notes in the audit trail what became of mails with links: after they were sent, because what they tell of is stored by then.</summary>
public sealed class MailRecords(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock)
{
    /// <summary>An invitation was mailed, or could not be.</summary>
    public async Task InvitationAsync(Guid invitation, string email, bool sent, UserId by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.NoteInvitation(ActionOf(sent), invitation, new Moment(by, clock.GetUtcNow()), email);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A link for a new password was mailed, or could not be.</summary>
    public async Task PasswordLinkAsync(PasswordLink link, bool sent, UserId by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.NotePerson(ActionOf(sent), link.Person, new Moment(by, clock.GetUtcNow()), link.Email);
        await context.SaveChangesAsync(cancellationToken);
    }

    private static AuditAction ActionOf(bool sent) => sent ? AuditAction.LinkMailed : AuditAction.LinkNotMailed;
}
