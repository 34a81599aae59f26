using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Tables;
using DeployRisk.Domain;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>
/// Accounts, their roles and invitations. Every change asks the policy about who acts, as their account is by then, and is
/// noted in its transaction. One change at a time: two administrators who remove each other would leave nobody.
/// </summary>
public sealed class PeopleStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    /// <summary>Everybody who has an account, by name, for those who look after them; the people of the sample last.</summary>
    public async Task<IReadOnlyList<PersonAccount>> ListAsync(UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.AllowsAsync(reader, OrganisationDeed.ManagePeople, cancellationToken))
        {
            return [];
        }

        var roles = (await context.UserRoles
                .Join(context.Roles, given => given.RoleId, role => role.Id, (given, role) => new { given.UserId, role.Name })
                .ToListAsync(cancellationToken))
            .ToLookup(given => given.UserId, given => given.Name!);
        var passkeys = await context.UserPasskeys.Select(passkey => passkey.UserId).ToHashSetAsync(cancellationToken);
        return
        [
            .. (await context.Users.AsNoTracking().OrderBy(user => user.IsSample).ThenBy(user => user.DisplayName).ThenBy(user => user.Email).ToListAsync(cancellationToken))
                .Select(user => new PersonAccount(user.UserId, user.DisplayName, user.Email ?? "", RoleRows.Read(roles[user.Id]), user.DisabledAt, user.IsSample, user.TwoFactorEnabled || passkeys.Contains(user.Id))),
        ];
    }

    /// <summary>The invitations that can still be used, the latest first, for those who look after people.</summary>
    public async Task<IReadOnlyList<PendingInvitation>> InvitationsAsync(UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.AllowsAsync(reader, OrganisationDeed.ManagePeople, cancellationToken))
        {
            return [];
        }

        var rows = await context.Invitations.Open(clock.GetUtcNow()).AsNoTracking().OrderByDescending(row => row.InvitedAt).ToListAsync(cancellationToken);
        var names = await context.NamesAsync(rows.Select(row => row.InvitedBy), cancellationToken);
        return [.. rows.Select(row => new PendingInvitation(row.Id, row.Email, InvitationToken.RolesOf(row), names.Person(row.InvitedBy).Name, row.ExpiresAt))];
    }

    /// <summary>Invites somebody to make an account with this address; an earlier invitation of the same address ends.</summary>
    public async Task<InviteOutcome> InviteAsync(string email, IReadOnlyCollection<OrganisationRole> roles, UserId by, CancellationToken cancellationToken = default)
    {
        var address = PlainText.Of(email).Trim();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.TakeTurnAsync(cancellationToken);
        if (!await context.AllowsAsync(by, OrganisationDeed.ManagePeople, cancellationToken))
        {
            return new InviteOutcome.NotAllowed();
        }

        var key = address.ToUpperInvariant();
        if (await context.Users.AnyAsync(user => user.NormalizedEmail == key, cancellationToken))
        {
            return new InviteOutcome.HasAccount();
        }

        var now = clock.GetUtcNow();
        foreach (var earlier in (await context.Invitations.Open(now).ToListAsync(cancellationToken)).Where(row => row.Email.Equals(address, StringComparison.OrdinalIgnoreCase)))
        {
            earlier.RevokedAt = now;
        }

        var token = InvitationToken.New();
        var invitation = new InvitationRow
        {
            Id = Guid.CreateVersion7(now),
            TokenHash = InvitationToken.HashOf(token),
            Email = address,
            Roles = InvitationToken.Write(roles),
            InvitedBy = by,
            InvitedAt = now,
            ExpiresAt = now + InvitationLifetime,
        };
        context.Add(invitation);
        context.NoteInvitation(AuditAction.PersonInvited, invitation.Id, new Moment(by, now), $"{address} {invitation.Roles}".Trim());
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new InviteOutcome.Invited(invitation.Id, token, invitation.ExpiresAt);
    }

    /// <summary>Takes an invitation back: its link leads nowhere then.</summary>
    public Task<PeopleOutcome> RevokeAsync(Guid invitation, UserId by, CancellationToken cancellationToken = default) => ChangeAsync(
        by,
        async (context, now) =>
        {
            if (await context.Invitations.Open(now).SingleOrDefaultAsync(row => row.Id == invitation, cancellationToken) is not { } row)
            {
                return PeopleOutcome.Missing;
            }

            row.RevokedAt = now;
            context.NoteInvitation(AuditAction.InvitationRevoked, row.Id, new Moment(by, now), row.Email);
            return PeopleOutcome.Done;
        },
        cancellationToken);

    /// <summary>Gives somebody exactly these roles; their sessions end within a minute, so that none goes on with the old ones.</summary>
    public Task<PeopleOutcome> ChangeRolesAsync(UserId person, IReadOnlyCollection<OrganisationRole> roles, UserId by, CancellationToken cancellationToken = default) => ChangeAsync(
        by,
        async (context, now) =>
        {
            if (await FindAsync(context, person, cancellationToken) is not { } user)
            {
                return PeopleOutcome.Missing;
            }

            var before = await context.RolesOfAsync(person, cancellationToken);
            if (!before.Order().SequenceEqual(roles.Distinct().Order()))
            {
                await context.SetRolesAsync(person, roles, now, cancellationToken);
                user.EndSessions();
                context.NotePerson(AuditAction.RolesChanged, person, new Moment(by, now), $"{before.Names()} > {roles.Names()}");
            }

            return PeopleOutcome.Done;
        },
        cancellationToken);

    /// <summary>Ends somebody's sessions within a minute and lets them sign in no more; what they did stays theirs.</summary>
    public Task<PeopleOutcome> DisableAsync(UserId person, UserId by, CancellationToken cancellationToken = default) =>
        SetDisabledAsync(person, disabled: true, by, cancellationToken);

    /// <summary>Lets somebody sign in again.</summary>
    public Task<PeopleOutcome> EnableAsync(UserId person, UserId by, CancellationToken cancellationToken = default) =>
        SetDisabledAsync(person, disabled: false, by, cancellationToken);

    /// <summary>Takes away the second factor and the passkeys of somebody else who has lost them; their sessions end within a minute.</summary>
    public Task<PeopleOutcome> ResetSecondFactorAsync(UserId person, UserId by, CancellationToken cancellationToken = default) => person == by ? Task.FromResult(PeopleOutcome.NotAllowed) : ChangeAsync(
        by,
        async (context, now) =>
        {
            if (await FindAsync(context, person, cancellationToken) is not { } user)
            {
                return PeopleOutcome.Missing;
            }

            user.TwoFactorEnabled = false;
            await context.UserTokens.Where(token => token.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
            await context.UserPasskeys.Where(passkey => passkey.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
            user.EndSessions();
            context.NotePerson(AuditAction.SecondFactorReset, person, new Moment(by, now), "");
            return PeopleOutcome.Done;
        },
        cancellationToken);

    private Task<PeopleOutcome> SetDisabledAsync(UserId person, bool disabled, UserId by, CancellationToken cancellationToken) => ChangeAsync(
        by,
        async (context, now) =>
        {
            if (await FindAsync(context, person, cancellationToken) is not { } user)
            {
                return PeopleOutcome.Missing;
            }

            if (user.DisabledAt is not null != disabled)
            {
                user.DisabledAt = disabled ? now : null;
                user.EndSessions();
                context.NotePerson(disabled ? AuditAction.PersonDisabled : AuditAction.PersonEnabled, person, new Moment(by, now), user.DisplayName);
            }

            return PeopleOutcome.Done;
        },
        cancellationToken);

    /// <summary>Tries again when the person signed in at the same moment: the account was written in between.</summary>
    private async Task<PeopleOutcome> ChangeAsync(
        UserId by, Func<DeployRiskDbContext, DateTimeOffset, Task<PeopleOutcome>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryChangeAsync(by, change, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // Read again, with what the sign-in wrote.
            }
        }
    }

    private async Task<PeopleOutcome> TryChangeAsync(
        UserId by, Func<DeployRiskDbContext, DateTimeOffset, Task<PeopleOutcome>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.TakeTurnAsync(cancellationToken);
        if (!await context.AllowsAsync(by, OrganisationDeed.ManagePeople, cancellationToken))
        {
            return PeopleOutcome.NotAllowed;
        }

        var wasAdministered = await context.Administrators().AnyAsync(cancellationToken);
        var outcome = await change(context, clock.GetUtcNow());
        if (outcome != PeopleOutcome.Done)
        {
            return outcome;
        }

        await context.SaveChangesAsync(cancellationToken);
        if (wasAdministered && !await context.Administrators().AnyAsync(cancellationToken))
        {
            return PeopleOutcome.LastAdministrator;
        }

        await transaction.CommitAsync(cancellationToken);
        return PeopleOutcome.Done;
    }

    private static Task<ApplicationUser?> FindAsync(DeployRiskDbContext context, UserId person, CancellationToken cancellationToken) =>
        context.Users.SingleOrDefaultAsync(user => user.Id == person.Value, cancellationToken);
}
