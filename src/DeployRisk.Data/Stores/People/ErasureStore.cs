using DeployRisk.Data.Auditing;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>
/// Deletes accounts, by their people themselves or by administrators. The row of the account goes, and with it everything that says who
/// it was; what the person did stays with the account's id, for which there is no name any more. Nobody can be let go before
/// somebody else looks after what they alone look after.
/// </summary>
public sealed class ErasureStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock, ChangeFeed feed)
{
    /// <summary>The account with what stands in the way of deleting it; null for those who may not delete it, or when there is none.</summary>
    public async Task<Erasure?> FindAsync(UserId person, UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AllowsAsync(reader, PersonDeed.Erase, person, cancellationToken)
            && await context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == person.Value, cancellationToken) is { } user
                ? await ConsiderAsync(context, user, cancellationToken)
                : null;
    }

    /// <summary>Deletes the account; its sessions end within a minute, its open invitations at once. This cannot be undone.</summary>
    public async Task<EraseOutcome> EraseAsync(UserId person, UserId by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.TakeTurnAsync(cancellationToken);
        if (!await context.AllowsAsync(by, PersonDeed.Erase, person, cancellationToken))
        {
            return new EraseOutcome.NotAllowed();
        }

        // In their order: two that hold several would wait for each other.
        var products = await context.ProductMembers
            .Where(member => member.PersonId == person.Value)
            .Select(member => member.ProductId).OrderBy(id => id)
            .ToListAsync(cancellationToken);
        foreach (var product in products)
        {
            await context.HoldAsync(product, cancellationToken);
        }

        if (await context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == person.Value, cancellationToken) is not { } user)
        {
            return new EraseOutcome.Missing();
        }

        if (await ConsiderAsync(context, user, cancellationToken) is { IsPossible: false } why)
        {
            return new EraseOutcome.Refused(why);
        }

        var now = clock.GetUtcNow();
        await EndInvitationsAsync(context, user, new Moment(by, now), cancellationToken);
        var touched = await context.TouchDraftsAsync(products, cancellationToken);

        // Roles, memberships, passkeys, codes and tokens go with the row.
        await context.Users.Where(row => row.Id == user.Id).ExecuteDeleteAsync(cancellationToken);
        context.NotePerson(AuditAction.PersonErased, person, new Moment(by, now), "");
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        feed.PublishAll(touched);
        return new EraseOutcome.Erased();
    }

    /// <summary>A disabled account looks after nothing already, so that nothing is lost with it.</summary>
    private static async Task<Erasure> ConsiderAsync(DeployRiskDbContext context, ApplicationUser user, CancellationToken cancellationToken)
    {
        var administrators = context.Administrators();
        var isLast = await administrators.AnyAsync(other => other.Id == user.Id, cancellationToken)
            && !await administrators.AnyAsync(other => other.Id != user.Id, cancellationToken);
        var alone = user.DisabledAt is not null ? [] : await context.Products.AsNoTracking()
            .Where(product => product.Members.Any(member => member.PersonId == user.Id && member.Role == ProductRole.Owner))
            .Where(product => !context.Users.Any(other =>
                other.Id != user.Id
                && other.DisabledAt == null
                && (!other.IsSample || product.IsSample)
                && product.Members.Any(member => member.PersonId == other.Id && member.Role == ProductRole.Owner)))
            .OrderBy(product => product.NameKey)
            .Select(product => new OwnedProduct(product.Name, product.Slug))
            .ToListAsync(cancellationToken);
        return new Erasure(user.DisplayName, user.Email ?? "", user.IsSample, isLast, alone);
    }

    /// <summary>Nobody comes in by an invitation of somebody who is gone; and where the person's own address stands as one who was invited, it goes.</summary>
    private static async Task EndInvitationsAsync(DeployRiskDbContext context, ApplicationUser user, Moment done, CancellationToken cancellationToken)
    {
        var open = context.Invitations.Open(done.At).Where(row => row.InvitedBy == user.UserId);
        foreach (var invitation in await open.AsNoTracking().ToListAsync(cancellationToken))
        {
            context.NoteInvitation(AuditAction.InvitationRevoked, invitation.Id, done, invitation.Email);
        }

        await open.ExecuteUpdateAsync(row => row.SetProperty(invitation => invitation.RevokedAt, done.At), cancellationToken);

        // By letters of any case, which databases compare differently.
        var addressed = (await context.Invitations.Select(row => new { row.Id, row.Email }).ToListAsync(cancellationToken))
            .Where(row => row.Email.Equals(user.Email, StringComparison.OrdinalIgnoreCase))
            .Select(row => row.Id)
            .ToList();
        await context.Invitations.Where(row => addressed.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
