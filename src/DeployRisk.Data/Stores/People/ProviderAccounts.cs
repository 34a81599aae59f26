using System.Net.Mail;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Tables;
using DeployRisk.Domain;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>
/// Finds, makes and links the accounts of people whom the organisation's sign-in provider vouches for; refusals are noted. One at a time, as
/// all changes of people. Scoped, because the accounts are; needs Identity registered with <see cref="DeployRiskDbContext"/>.
/// </summary>
public sealed class ProviderAccounts(DeployRiskDbContext context, UserManager<ApplicationUser> users, TimeProvider clock)
{
    /// <summary>The way to sign in, as the audit trail has it.</summary>
    public const string Way = "OpenID Connect";

    private const int MostTries = 5;

    /// <summary>The longest address, as Identity keeps it.</summary>
    private const int MaxEmailLength = 256;

    /// <summary>The account of this person, with the roles that the provider gives them by now.</summary>
    /// <param name="identity">Who the provider says it is.</param>
    /// <param name="rules">What the provider is believed about.</param>
    /// <param name="language">The language that the person reads, for a new account.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    public async Task<ProviderOutcome> OpenAsync(ProviderIdentity identity, ProviderRules rules, Language language, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryOpenAsync(identity, rules, language, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < MostTries && (exception is DbUpdateConcurrencyException || exception.IsUniqueViolation()))
            {
                // The account was written, or its address taken, in between: read again.
            }
        }
    }

    private async Task<ProviderOutcome> TryOpenAsync(ProviderIdentity identity, ProviderRules rules, Language language, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await context.TakeTurnAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var outcome = await users.FindByLoginAsync(identity.Issuer, identity.Subject) is { } known
                ? await FollowAsync(known, identity, rules, now, cancellationToken)
                : await ReceiveAsync(identity, rules, language, now, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return outcome;
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>Somebody whom the provider has not vouched for before.</summary>
    private async Task<ProviderOutcome> ReceiveAsync(ProviderIdentity identity, ProviderRules rules, Language language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var email = identity.Email is null ? null : PlainText.Of(identity.Email).Trim();
        if (email is not null && (email.Length > MaxEmailLength || !MailAddress.TryCreate(email, out var address) || address.Address != email))
        {
            return Refuse(ProviderRefusal.Unusable, user: null, email, now);
        }

        var user = email is null ? null : await users.FindByEmailAsync(email);
        var invitation = email is null ? null : await InvitationOfAsync(email, now, cancellationToken);
        IReadOnlyList<OrganisationRole>? invited = invitation is null ? null : InvitationToken.RolesOf(invitation);
        return rules.Refuses(email, identity.IsEmailVerified, user is not null, invited) is { } why ? Refuse(why, identity.IsEmailVerified ? user : null, email, now)
            : user is not null ? await LinkAsync(user, identity, rules, now, cancellationToken)
            : await MakeAsync(email!, identity, rules.RolesOf(invited ?? [], identity.RoleValues), invitation, language, now, cancellationToken);
    }

    /// <summary>The account opens to this person at the provider, unless it has opened to another: addresses are given to somebody else after a while.</summary>
    private async Task<ProviderOutcome> LinkAsync(ApplicationUser user, ProviderIdentity identity, ProviderRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (user.IsSample || (await users.GetLoginsAsync(user)).Any(login => login.LoginProvider == identity.Issuer))
        {
            return Refuse(ProviderRefusal.AccountExists, user, user.Email, now);
        }

        if (user.DisabledAt is null)
        {
            await AddLoginAsync(user, identity);
            context.NotePerson(AuditAction.ProviderLinked, user.UserId, new Moment(user.UserId, now), Way);
        }

        return await FollowAsync(user, identity, rules, now, cancellationToken);
    }

    private async Task<ProviderOutcome> MakeAsync(
        string email, ProviderIdentity identity, IReadOnlyList<OrganisationRole> roles, InvitationRow? invitation, Language language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var user = new ApplicationUser { Id = UserId.New(now).Value, UserName = email, Email = email, DisplayName = NameOf(identity, email), Language = language };
        if (!(await users.CreateAsync(user)).Succeeded)
        {
            return Refuse(ProviderRefusal.Unusable, user: null, email, now);
        }

        if (invitation is not null)
        {
            invitation.AcceptedAt = now;
        }

        await AddLoginAsync(user, identity);
        await context.SetRolesAsync(user.UserId, roles, now, cancellationToken);
        context.NotePerson(AuditAction.PersonAdmitted, user.UserId, new Moment(user.UserId, now), $"{Way}: {roles.Names()}");
        return new ProviderOutcome.Opened(user);
    }

    /// <summary>Somebody with an account gets the roles that the provider gives them by now; the last administrator stays one.</summary>
    private async Task<ProviderOutcome> FollowAsync(ApplicationUser user, ProviderIdentity identity, ProviderRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (user.DisabledAt is not null)
        {
            return Refuse(ProviderRefusal.Disabled, user, user.Email, now);
        }

        var before = await context.RolesOfAsync(user.UserId, cancellationToken);
        var roles = rules.RolesOf(before, identity.RoleValues);
        if (before.Contains(OrganisationRole.Administrator)
            && !roles.Contains(OrganisationRole.Administrator)
            && !await context.Administrators().AnyAsync(other => other.Id != user.Id, cancellationToken))
        {
            roles = [OrganisationRole.Administrator, .. roles];
        }

        if (!before.SequenceEqual(roles))
        {
            await context.SetRolesAsync(user.UserId, roles, now, cancellationToken);
            user.EndSessions();
            context.NotePerson(AuditAction.RolesChanged, user.UserId, new Moment(user.UserId, now), $"{Way}: {before.Names()} > {roles.Names()}");
        }

        return new ProviderOutcome.Opened(user);
    }

    /// <summary>Noted at the account that it was tried on, or with the address alone where there is none.</summary>
    private ProviderOutcome.Refused Refuse(ProviderRefusal why, ApplicationUser? user, string? email, DateTimeOffset now)
    {
        var details = $"{Way}: {why} {email}".TrimEnd();
        var person = user?.UserId ?? default;
        context.NotePerson(AuditAction.SignInRefused, person, new Moment(person, now), details[..Math.Min(details.Length, AuditRow.MaxDetailsLength)]);
        return new ProviderOutcome.Refused(why);
    }

    /// <summary>An invitation that can still be used; addresses are the same in capitals.</summary>
    private async Task<InvitationRow?> InvitationOfAsync(string email, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await context.Invitations.Open(now).ToListAsync(cancellationToken)).FirstOrDefault(row => row.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    private async Task AddLoginAsync(ApplicationUser user, ProviderIdentity identity)
    {
        if (await users.AddLoginAsync(user, new UserLoginInfo(identity.Issuer, identity.Subject, Way)) is { Succeeded: false } failed)
        {
            throw new DbUpdateConcurrencyException(failed.ToString());
        }
    }

    private static string NameOf(ProviderIdentity identity, string email)
    {
        var name = PlainText.IsBlank(identity.Name) ? email[..email.LastIndexOf('@')] : PlainText.Of(identity.Name).Trim();
        return name.Length <= ApplicationUser.MaxDisplayNameLength ? name : PlainText.Of(name[..ApplicationUser.MaxDisplayNameLength]).Trim();
    }
}
