using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>What people change about themselves, besides how they sign in.</summary>
public sealed class ProfileStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>
    /// Another name for oneself. Names are looked up by the account wherever they are shown, so that it stands at what was done before,
    /// too; the audit trail has both. The people of the sample are everybody's, and keep theirs.
    /// </summary>
    /// <exception cref="ArgumentException">Nothing can be read in the name, or it is too long.</exception>
    public async Task<PeopleOutcome> RenameAsync(string name, UserId by, CancellationToken cancellationToken = default)
    {
        var plain = PlainText.Of(name).Trim();
        if (PlainText.IsBlank(plain) || plain.Length > ApplicationUser.MaxDisplayNameLength)
        {
            throw new ArgumentException($"A name has 1 to {ApplicationUser.MaxDisplayNameLength} characters.", nameof(name));
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryRenameAsync(plain, by, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // The person signed in at the same moment: read again, with what that wrote.
            }
        }
    }

    private async Task<PeopleOutcome> TryRenameAsync(string name, UserId by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await context.AllowsAsync(by, PersonDeed.Rename, by, cancellationToken)
            || await context.Users.SingleOrDefaultAsync(user => user.Id == by.Value && !user.IsSample, cancellationToken) is not { } user)
        {
            return PeopleOutcome.NotAllowed;
        }

        if (user.DisplayName != name)
        {
            context.NotePerson(AuditAction.PersonRenamed, by, new Moment(by, clock.GetUtcNow()), $"{user.DisplayName} > {name}");

            // With another stamp, a sign-in of this moment does not write the account back as it was.
            (user.DisplayName, user.ConcurrencyStamp) = (name, Guid.NewGuid().ToString());
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return PeopleOutcome.Done;
    }
}
