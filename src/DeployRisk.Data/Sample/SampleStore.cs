using System.Data.Common;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Sample;

/// <summary>
/// The sample organisation: six products with two years of assessments, made up to look around in. It is added and
/// removed as a whole; what people made themselves stays.
/// </summary>
public sealed class SampleStore(IDbContextFactory<DeployRiskDbContext> contexts, Questionnaire questionnaire, TimeProvider clock)
{
    private const string ForeignKeyViolation = "23503";
    private const int MostTries = 3;

    /// <summary>What there is of it, or null when it is not there.</summary>
    public async Task<SampleContent?> FindAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await SampleRemoval.IsThereAsync(context, cancellationToken)
            ? (await SampleRemoval.ReadAsync(context, cancellationToken)).Content
            : null;
    }

    /// <summary>Its people who can sign in, in the order in which they are introduced; empty when it is not there.</summary>
    public async Task<IReadOnlyList<SamplePerson>> PeopleAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await context.Users.AsNoTracking()
            .Where(user => user.IsSample && user.DisabledAt == null)
            .ToDictionaryAsync(user => user.Email!, StringComparer.OrdinalIgnoreCase, cancellationToken);
        return
        [
            .. SampleScripts.People
                .Where(person => accounts.ContainsKey(person.Email))
                .Select(person => new SamplePerson(accounts[person.Email].UserId, accounts[person.Email].DisplayName, person.Job)),
        ];
    }

    /// <summary>Adds it, unless it is there.</summary>
    /// <param name="language">The language of its names, descriptions and notes.</param>
    /// <param name="by">Who adds it, and owns its products then. Null in a demo: one of its own people, and they have roles of their own.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    /// <returns>Whether it was added; false when it is there already, or who asks may not.</returns>
    public async Task<bool> AddAsync(Language language, UserId? by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await SampleRemoval.IsThereAsync(context, cancellationToken)
            || (by is { } person && !await context.AllowsAsync(person, OrganisationDeed.ManageSample, cancellationToken)))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await FillAsync(context, language, by, now, cancellationToken);
        var adder = by ?? context.Users.Local.First().UserId;
        if (by is null)
        {
            await AddRolesAsync(context, now, cancellationToken);
        }

        context.NoteSample(AuditAction.SampleAdded, new Moment(adder, now), $"{context.Products.Local.Count} products, {context.Assessments.Local.Count} assessments");
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            // Somebody else added it at the same moment.
            return false;
        }
    }

    /// <summary>Removes it; what people made themselves stays.</summary>
    /// <returns>What was removed and what was kept; null when it was not there, or who asks may not.</returns>
    public async Task<SampleContent?> RemoveAsync(UserId by, CancellationToken cancellationToken = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryRemoveAsync(by, cancellationToken);
            }
            catch (DbException exception) when (exception.SqlState == ForeignKeyViolation && tries < MostTries)
            {
                // Somebody started an assessment of a sample product between reading and removing: it is kept, read anew.
            }
        }
    }

    /// <summary>Roles in the organisation are for a demo alone: elsewhere the sample's people can do nothing, and shall look so.</summary>
    private static async Task AddRolesAsync(DeployRiskDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (email, role) in SampleScripts.People.Where(person => person.Role is not null).Select(person => (person.Email, person.Role!.Value)))
        {
            await context.SetRolesAsync(context.Users.Local.Single(user => user.Email == email).UserId, [role], now, cancellationToken);
        }
    }

    private async Task<SampleContent?> TryRemoveAsync(UserId by, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await SampleRemoval.IsThereAsync(context, cancellationToken)
            || !await context.AllowsAsync(by, OrganisationDeed.ManageSample, cancellationToken))
        {
            return null;
        }

        var removal = await SampleRemoval.ReadAsync(context, cancellationToken);
        var (content, done) = (removal.Content, new Moment(by, clock.GetUtcNow()));
        await removal.RunAsync(context, done, cancellationToken);
        context.NoteSample(AuditAction.SampleRemoved, done, $"{content.Products - content.KeptProducts} products, {content.Assessments} assessments");
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return content;
    }

    private async Task FillAsync(DeployRiskDbContext context, Language language, UserId? adder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var round = await context.Audit.CountAsync(row => row.Action == AuditAction.SampleAdded, cancellationToken);
        var taken = await context.Products.Select(product => new { product.NameKey, product.Slug }).ToListAsync(cancellationToken);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var rows = new SampleRows(context, language, new SampleIds(round), adder);
        rows.AddPeople(today);
        rows.AddProducts(
            questionnaire,
            today,
            taken.Select(product => product.NameKey).ToHashSet(StringComparer.Ordinal),
            taken.Select(product => product.Slug).ToHashSet(StringComparer.Ordinal));
    }
}
