using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Tables;
using DeployRisk.Domain;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>
/// Uses invitations. Scoped, because the accounts are; needs Identity registered with <see cref="DeployRiskDbContext"/>.
/// </summary>
public sealed class Invitations(DeployRiskDbContext context, UserManager<ApplicationUser> users, TimeProvider clock)
{
    /// <summary>The address that the link invites; null when it can be used no more, or never could.</summary>
    public async Task<string?> EmailOfAsync(string token, CancellationToken cancellationToken = default) =>
        (await Usable(token).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.Email;

    /// <summary>Makes the account, once: of two who use the link at the same moment one gets it.</summary>
    /// <param name="token">The secret part of the link.</param>
    /// <param name="name">The display name.</param>
    /// <param name="password">The password; the rules of Identity decide.</param>
    /// <param name="language">The language that the person reads the page in.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    public async Task<AcceptOutcome> AcceptAsync(string token, string name, string password, Language language, CancellationToken cancellationToken = default)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (await Usable(token).ExecuteUpdateAsync(row => row.SetProperty(invitation => invitation.AcceptedAt, now), cancellationToken) == 0)
            {
                return new AcceptOutcome.Gone();
            }

            var hash = InvitationToken.HashOf(token);
            var invitation = await context.Invitations.AsNoTracking().SingleAsync(row => row.TokenHash == hash, cancellationToken);
            var user = new ApplicationUser
            {
                Id = UserId.New(now).Value,
                UserName = invitation.Email,
                Email = invitation.Email,
                DisplayName = PlainText.Of(name).Trim(),
                Language = language,
            };
            var created = await users.CreateAsync(user, password);
            if (!created.Succeeded)
            {
                return new AcceptOutcome.Refused([.. created.Errors]);
            }

            await context.SetRolesAsync(user.UserId, InvitationToken.RolesOf(invitation), now, cancellationToken);
            context.NotePerson(AuditAction.PersonJoined, user.UserId, new Moment(user.UserId, now), $"{user.DisplayName} {invitation.Roles}".Trim());
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new AcceptOutcome.Accepted(user);
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    private IQueryable<InvitationRow> Usable(string token)
    {
        var hash = InvitationToken.HashOf(token);
        return context.Invitations.Open(clock.GetUtcNow()).Where(row => row.TokenHash == hash);
    }
}
