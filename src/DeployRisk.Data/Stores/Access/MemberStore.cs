using DeployRisk.Data.Auditing;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Tables;
using DeployRisk.Domain;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.Access;

/// <summary>
/// Who is in a product, as what, and who may read it. Pages that are open on one of its drafts are told: whoever may not answer
/// it any more cannot, and whoever may not read it any more sees nothing new of it.
/// </summary>
public sealed class MemberStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock, ChangeFeed feed)
{
    /// <summary>The product with its members, for those who may read it or look after its members; null for everybody else.</summary>
    public async Task<ProductMembers?> FindAsync(string slug, UserId reader, CancellationToken cancellationToken = default)
    {
        var plain = PlainText.Of(slug);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var product = await context.Products.AsNoTracking().Include(row => row.Members).SingleOrDefaultAsync(row => row.Slug == plain, cancellationToken);
        if (product is null || await SeenAsync(context, product.Id, reader, cancellationToken) is not { } access)
        {
            return null;
        }

        Guid[] ids = [.. product.Members.Select(member => member.PersonId)];
        var people = await context.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, cancellationToken);
        return new ProductMembers(
            product.ToProduct(),
            access,
            [
                .. product.Members
                    // Whoever is erased at this moment is a member no more.
                    .Where(member => people.ContainsKey(member.PersonId))
                    .Select(member => (member.Role, User: people[member.PersonId]))
                    .Select(member => new ProductMember(new Person(member.User.UserId, member.User.DisplayName), member.Role, member.User.DisabledAt is not null))
                    .OrderByDescending(member => member.Role)
                    .ThenBy(member => member.Person.Name, StringComparer.CurrentCulture),
            ]);
    }

    /// <summary>Accounts that could become members, by name; empty for those who do not look after the product's members.</summary>
    public async Task<IReadOnlyList<Person>> CandidatesAsync(ProductId product, UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.AllowsAsync(reader, ProductDeed.ManageMembers, product, cancellationToken))
        {
            return [];
        }

        var users = await Usable(context, product)
            .Where(user => !context.ProductMembers.Any(member => member.ProductId == product && member.PersonId == user.Id))
            .Select(user => new { user.Id, user.DisplayName })
            .ToListAsync(cancellationToken);
        return [.. users.Select(user => new Person(new UserId(user.Id), user.DisplayName)).OrderBy(person => person.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Every product with its owners, by name, for those who look after people; empty for everybody else.</summary>
    public async Task<IReadOnlyList<AccessibleProduct>> ListAsync(UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.AllowsAsync(reader, OrganisationDeed.ManagePeople, cancellationToken))
        {
            return [];
        }

        var rows = await context.Products.AsNoTracking()
            .OrderBy(product => product.NameKey)
            .Select(product => new
            {
                product.Name,
                product.Slug,
                product.IsRestricted,
                Owners = product.Members
                    .Where(member => member.Role == ProductRole.Owner)
                    .Join(context.Users, member => member.PersonId, user => user.Id, (member, user) => user.DisplayName)
                    .ToList(),
                Members = product.Members.Count,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new AccessibleProduct(row.Name, Slug.FromStored(row.Slug), row.IsRestricted, row.Owners, row.Members))];
    }

    /// <summary>Makes somebody a member, or changes what a member is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such role.</exception>
    public Task<MemberOutcome> SetAsync(ProductId product, UserId person, ProductRole role, UserId by, CancellationToken cancellationToken = default) =>
        !Enum.IsDefined(role) ? throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role.") : ChangeAsync(
            product,
            by,
            async (context, row, now) =>
            {
                if (await Usable(context, product).SingleOrDefaultAsync(user => user.Id == person.Value, cancellationToken) is not { } user)
                {
                    return MemberOutcome.PersonMissing;
                }

                var member = row.Members.Find(known => known.PersonId == person.Value);
                var before = member?.Role;
                if (member is null)
                {
                    row.Members.Add(new ProductMemberRow { ProductId = product, PersonId = person.Value, Role = role });
                }
                else
                {
                    member.Role = role;
                }

                if (before != role)
                {
                    context.NoteMember(product, new Moment(by, now), user, before, role);
                }

                return MemberOutcome.Done;
            },
            cancellationToken);

    /// <summary>Takes somebody out of a product.</summary>
    public Task<MemberOutcome> RemoveAsync(ProductId product, UserId person, UserId by, CancellationToken cancellationToken = default) => ChangeAsync(
        product,
        by,
        async (context, row, now) =>
        {
            if (row.Members.Find(known => known.PersonId == person.Value) is { } member)
            {
                var user = await context.Users.SingleAsync(user => user.Id == person.Value, cancellationToken);
                row.Members.Remove(member);
                context.NoteMember(product, new Moment(by, now), user, member.Role, null);
            }

            return MemberOutcome.Done;
        },
        cancellationToken);

    /// <summary>Lets only members read a product, or everybody.</summary>
    public Task<MemberOutcome> RestrictAsync(ProductId product, bool restricted, UserId by, CancellationToken cancellationToken = default) => ChangeAsync(
        product,
        by,
        (context, row, now) =>
        {
            if (row.IsRestricted != restricted)
            {
                row.IsRestricted = restricted;
                context.Note(restricted ? AuditAction.ProductRestricted : AuditAction.ProductOpened, product, new Moment(by, now), row.Name);
            }

            return Task.FromResult(MemberOutcome.Done);
        },
        cancellationToken);

    /// <summary>Accounts that can be members of the product; the sample's people of the sample's products alone, with which they go.</summary>
    private static IQueryable<ApplicationUser> Usable(DeployRiskDbContext context, ProductId product) => context.Users
        .Where(user => user.DisabledAt == null && (!user.IsSample || context.Products.Any(row => row.Id == product && row.IsSample)));

    /// <summary>Whether somebody who can do it looks after the product.</summary>
    private static Task<bool> IsOwnedAsync(DeployRiskDbContext context, ProductRow product, CancellationToken cancellationToken)
    {
        Guid[] owners = [.. product.Members.Where(member => member.Role == ProductRole.Owner).Select(member => member.PersonId)];
        return Usable(context, product.Id).AnyAsync(user => owners.Contains(user.Id), cancellationToken);
    }

    /// <summary>Those who look after members see who they are, and nothing else of a product that they may not read.</summary>
    private static async Task<ProductAccess?> SeenAsync(DeployRiskDbContext context, ProductId product, UserId reader, CancellationToken cancellationToken) =>
        await context.AccessAsync(reader, product, cancellationToken) is { } access && (access.Allows(ProductDeed.Read) || access.Allows(ProductDeed.ManageMembers))
            ? access
            : null;

    private async Task<MemberOutcome> ChangeAsync(
        ProductId product,
        UserId by,
        Func<DeployRiskDbContext, ProductRow, DateTimeOffset, Task<MemberOutcome>> change,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.HoldAsync(product, cancellationToken);
        if (await SeenAsync(context, product, by, cancellationToken) is not { } access)
        {
            return MemberOutcome.ProductMissing;
        }

        if (!access.Allows(ProductDeed.ManageMembers))
        {
            return MemberOutcome.NotAllowed;
        }

        var row = await context.Products.Include(row => row.Members).SingleAsync(row => row.Id == product, cancellationToken);
        var wasOwned = await IsOwnedAsync(context, row, cancellationToken);
        var outcome = await change(context, row, clock.GetUtcNow());
        if (outcome == MemberOutcome.Done && wasOwned && !await IsOwnedAsync(context, row, cancellationToken))
        {
            return MemberOutcome.LastOwner;
        }

        if (outcome != MemberOutcome.Done)
        {
            return outcome;
        }

        var news = await context.TouchDraftsAsync([product], cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        feed.PublishAll(news);
        return MemberOutcome.Done;
    }
}
