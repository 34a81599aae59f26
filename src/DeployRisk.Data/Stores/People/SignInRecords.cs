using DeployRisk.Data.Auditing;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>Notes in the audit trail what happens to accounts at their doors, which Identity does by itself.</summary>
public sealed class SignInRecords(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock)
{
    /// <summary>Somebody signed in.</summary>
    public Task SignedInAsync(UserId person, CancellationToken cancellationToken = default) => NoteAsync(AuditAction.SignedIn, person, cancellationToken);

    /// <summary>Somebody whom the organisation's sign-in provider vouches for signed in.</summary>
    public Task SignedInByProviderAsync(UserId person, CancellationToken cancellationToken = default) =>
        NoteAsync(AuditAction.SignedIn, person, cancellationToken, ProviderAccounts.Way);

    /// <summary>Somebody tried to sign in to this account with a wrong password, or where it may not be used.</summary>
    public Task RefusedAsync(UserId person, CancellationToken cancellationToken = default) => NoteAsync(AuditAction.SignInRefused, person, cancellationToken);

    private async Task NoteAsync(AuditAction action, UserId person, CancellationToken cancellationToken, string details = "")
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.NotePerson(action, person, new Moment(person, clock.GetUtcNow()), details);
        await context.SaveChangesAsync(cancellationToken);
    }
}
