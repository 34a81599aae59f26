using System.Runtime.CompilerServices;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>Gives people a copy of what is kept about them. Names of products and releases are in it as far as they may still read them.</summary>
public sealed class OwnDataStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock)
{
    /// <summary>The name under which Identity keeps recovery codes, and what stands between them.</summary>
    private const string RecoveryCodes = "RecoveryCodes";
    private const char BetweenCodes = ';';

    /// <summary>Assessments that are read at once, and records of the audit trail.</summary>
    private const int AssessmentsAtOnce = 25;
    private const int RecordsAtOnce = 500;

    /// <summary>Everything that is kept about who asks, up to this moment; that they asked is noted. Null for those who have no account.</summary>
    public async Task<OwnData?> ExportAsync(UserId by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.AllowsAsync(by, PersonDeed.TakeData, by, cancellationToken)
            || await context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == by.Value, cancellationToken) is not { } user)
        {
            return null;
        }

        context.NotePerson(AuditAction.OwnDataExported, by, new Moment(by, clock.GetUtcNow()), "");
        await context.SaveChangesAsync(cancellationToken);
        var products = await context.ProductMembers
            .Where(member => member.PersonId == by.Value)
            .Join(context.Products, member => member.ProductId, product => product.Id, (member, product) => new { product.Name, product.NameKey, member.Role })
            .OrderBy(membership => membership.NameKey)
            .ToListAsync(cancellationToken);
        var ids = await TouchedAsync(context, by, cancellationToken);
        var last = await context.Audit.MaxAsync(row => row.Sequence, cancellationToken);
        return new OwnData(
            await AccountAsync(context, user, cancellationToken),
            [.. products.Select(membership => new OwnMembership(membership.Name, membership.Role))],
            AssessmentsAsync(ids, by, cancellationToken),
            RecordsAsync(last, by, cancellationToken));
    }

    private static async Task<OwnAccount> AccountAsync(DeployRiskDbContext context, ApplicationUser user, CancellationToken cancellationToken)
    {
        var passkeys = await context.UserPasskeys.AsNoTracking().Where(passkey => passkey.UserId == user.Id).ToListAsync(cancellationToken);
        var providers = await context.UserLogins.Where(login => login.UserId == user.Id).OrderBy(login => login.LoginProvider)
            .Select(login => new OwnProvider(login.LoginProvider, login.ProviderKey)).ToListAsync(cancellationToken);
        var codes = await context.UserTokens.Where(token => token.UserId == user.Id && token.Name == RecoveryCodes).Select(token => token.Value).SingleOrDefaultAsync(cancellationToken);
        return new OwnAccount(
            user.Id,
            user.DisplayName,
            user.Email ?? "",
            user.Language,
            await context.RolesOfAsync(user.UserId, cancellationToken),
            user.PasswordHash is not null,
            user.TwoFactorEnabled,
            codes?.Split(BetweenCodes, StringSplitOptions.RemoveEmptyEntries).Length ?? 0,
            [.. passkeys.Select(passkey => new OwnPasskey(passkey.Data.Name ?? "", passkey.Data.CreatedAt)).OrderBy(passkey => passkey.MadeAt)],
            providers,
            user.AccessFailedCount,
            user.LockoutEnd,
            user.VisitBegan,
            user.VisitBefore);
    }

    /// <summary>The assessments that somebody did something in. Ids alone, so that they can be held at once.</summary>
    private static async Task<IReadOnlyList<AssessmentId>> TouchedAsync(DeployRiskDbContext context, UserId person, CancellationToken cancellationToken)
    {
        var answered = context.Answers.Where(row => row.GivenBy == person || row.NoteBy == person || row.EarlierNotes != null).Select(row => row.AssessmentId);
        var written = context.OtherRisks.Where(row => row.WrittenBy == person || row.Earlier != null).Select(row => row.AssessmentId);
        return await context.Assessments
            .Where(row => row.StartedBy == person || row.SubmittedBy == person || row.WithdrawnBy == person || answered.Contains(row.Id) || written.Contains(row.Id))
            .OrderBy(row => row.StartedAt)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    private async IAsyncEnumerable<OwnAssessment> AssessmentsAsync(
        IReadOnlyList<AssessmentId> ids, UserId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(AssessmentsAtOnce))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var readable = await context.Assessments.ReadableBy(person).Where(row => some.Contains(row.Id)).Select(row => row.Id).ToHashSetAsync(cancellationToken);
            var rows = await context.Assessments.AsNoTracking().AsSplitQuery()
                .Include(row => row.Product)
                .Include(row => row.Answers)
                .Include(row => row.OtherRisks)
                .Where(row => some.Contains(row.Id))
                .OrderBy(row => row.StartedAt)
                .ToListAsync(cancellationToken);
            foreach (var own in rows.Select(row => OwnRows.Of(row, person, readable.Contains(row.Id))).Where(own => !own.IsEmpty))
            {
                yield return own;
            }
        }
    }

    private async IAsyncEnumerable<OwnRecord> RecordsAsync(long last, UserId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var written = 0L;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await context.Audit.AsNoTracking()
                .Where(row => (row.By == person || row.SubjectId == person.Value) && row.Sequence > written && row.Sequence <= last)
                .OrderBy(row => row.Sequence)
                .Take(RecordsAtOnce)
                .ToListAsync(cancellationToken);
            var about = rows.Select(row => row.Product).OfType<ProductId>().Distinct().ToArray();
            var readable = await context.Products.ReadableBy(person).Where(row => about.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
            var people = await context.NamesAsync(rows.Where(row => row.Subject == AuditSubject.Person).Select(row => new UserId(row.SubjectId)), cancellationToken);
            var named = await NamedDetails.ReadAsync(context, rows, people, cancellationToken);
            foreach (var row in rows)
            {
                var details = named.AreOfTheErased(row) ? NamedDetails.WithoutName(row) : row.Details;
                var name = row.Product is { } product ? readable.GetValueOrDefault(product) : null;
                var isMine = row.By == person;
                yield return new OwnRecord(
                    row.Sequence, row.At, isMine, row.Action, name, isMine ? row.Origin : null, row.Product is null || name is not null ? details : null);
            }

            if (rows.Count < RecordsAtOnce)
            {
                yield break;
            }

            written = rows[^1].Sequence;
        }
    }
}
