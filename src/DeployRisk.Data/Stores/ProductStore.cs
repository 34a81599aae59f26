using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Tables;
using DeployRisk.Domain;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeployRisk.Data.Stores;

/// <summary>Products and their history.</summary>
public sealed class ProductStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock)
{
    /// <summary>The products that somebody may read by name, with what is known of their latest releases.</summary>
    public async Task<IReadOnlyList<ProductSummary>> ListAsync(UserId reader, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ProductList.LoadAsync(context, reader, cancellationToken);
    }

    /// <summary>The product with this address; null when there is none that this person may read.</summary>
    public async Task<VisibleProduct?> FindAsync(string slug, UserId reader, CancellationToken cancellationToken = default)
    {
        var plain = PlainText.Of(slug);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Products.AsNoTracking().SingleOrDefaultAsync(product => product.Slug == plain, cancellationToken);
        return row is not null && await context.ReadAccessAsync(reader, row.Id, cancellationToken) is { } access
            ? new VisibleProduct(row.ToProduct(), access)
            : null;
    }

    /// <summary>A new product with an address of its own, open to everybody; whoever makes it owns it.</summary>
    /// <exception cref="ArgumentException">A text is too long, or the name is empty.</exception>
    public async Task<CreateProductOutcome> CreateAsync(string name, string description, UserId by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await context.AllowsAsync(by, OrganisationDeed.CreateProduct, cancellationToken))
        {
            return new CreateProductOutcome.NotAllowed();
        }

        if (await HolderOfAsync(context, name, cancellationToken) is { } holder)
        {
            return new CreateProductOutcome.NameTaken(await ShownAsync(context, holder, by, cancellationToken));
        }

        var now = clock.GetUtcNow();
        var slug = Slug.For(name, await TakenAsync(context, name, cancellationToken));
        var product = new Product(ProductId.New(now), name, slug, description);
        context.Products.Add(new ProductRow
        {
            Id = product.Id,
            Name = product.Name,
            NameKey = Product.KeyOf(product.Name),
            Slug = product.Slug.Value,
            Description = product.Description,
            CreatedBy = by,
            CreatedAt = now,
            Members = { new ProductMemberRow { ProductId = product.Id, PersonId = by.Value, Role = ProductRole.Owner } },
        });
        context.Note(AuditAction.ProductCreated, product.Id, new Moment(by, now), product.Name);
        return await SavedUnlessTakenAsync(context, transaction, cancellationToken)
            ? new CreateProductOutcome.Created(product)
            : await CreateAsync(name, description, by, cancellationToken);
    }

    /// <summary>Another name and description for a product; its address stays.</summary>
    /// <exception cref="ArgumentException">A text is too long, or the name is empty.</exception>
    public async Task<RenameProductOutcome> RenameAsync(ProductId id, string name, string description, UserId by, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.HoldAsync(id, cancellationToken);
        var row = await context.Products.SingleOrDefaultAsync(product => product.Id == id, cancellationToken);
        if (row is null || await context.ReadAccessAsync(by, id, cancellationToken) is not { } access)
        {
            return new RenameProductOutcome.Missing();
        }

        if (!access.Allows(ProductDeed.Edit))
        {
            return new RenameProductOutcome.NotAllowed();
        }

        if (await HolderOfAsync(context, name, cancellationToken) is { } holder && holder.Id != id)
        {
            return new RenameProductOutcome.NameTaken(await ShownAsync(context, holder, by, cancellationToken));
        }

        var product = row.ToProduct().Rename(name, description);
        context.Note(AuditAction.ProductRenamed, id, new Moment(by, clock.GetUtcNow()), $"{row.Name} > {product.Name}");
        row.Name = product.Name;
        row.NameKey = Product.KeyOf(product.Name);
        row.Description = product.Description;
        return await SavedUnlessTakenAsync(context, transaction, cancellationToken)
            ? new RenameProductOutcome.Renamed(product)
            : await RenameAsync(id, name, description, by, cancellationToken);
    }

    /// <summary>
    /// One page of a product's assessments; all of its history and the first page unless told. A page too far is the last one.
    /// Empty for those who may not read the product.
    /// </summary>
    public async Task<HistoryPage> HistoryAsync(
        ProductId id, UserId reader, HistoryPeriod? period = null, int page = 1, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AllowsAsync(reader, ProductDeed.Read, id, cancellationToken)
            ? await ProductHistory.LoadAsync(context, id, period ?? HistoryPeriod.Always, page, cancellationToken)
            : HistoryPage.Empty;
    }

    /// <summary>The figures of a product's releases; those of all its history unless told. Empty for those who may not read the product.</summary>
    public async Task<ReleaseSeries> SeriesAsync(ProductId id, UserId reader, HistoryPeriod? period = null, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AllowsAsync(reader, ProductDeed.Read, id, cancellationToken)
            ? await ProductSeries.LoadAsync(context, id, period ?? HistoryPeriod.Always, cancellationToken)
            : ReleaseSeries.Empty;
    }

    /// <summary>The product that has a name already, for those who may read it.</summary>
    private static async Task<Product?> ShownAsync(DeployRiskDbContext context, ProductRow holder, UserId reader, CancellationToken cancellationToken) =>
        await context.AllowsAsync(reader, ProductDeed.Read, holder.Id, cancellationToken) ? holder.ToProduct() : null;

    private static Task<ProductRow?> HolderOfAsync(DeployRiskDbContext context, string name, CancellationToken cancellationToken)
    {
        var key = Product.KeyOf(name);
        return context.Products.AsNoTracking().SingleOrDefaultAsync(product => product.NameKey == key, cancellationToken);
    }

    private static async Task<Func<string, bool>> TakenAsync(DeployRiskDbContext context, string name, CancellationToken cancellationToken)
    {
        var readable = Slug.Readable(name);
        var taken = await context.Products
            .Where(product => product.Slug.StartsWith(readable))
            .Select(product => product.Slug)
            .ToHashSetAsync(cancellationToken);
        return taken.Contains;
    }

    /// <summary>Whether it was saved; false when somebody took the name or the address meanwhile.</summary>
    private static async Task<bool> SavedUnlessTakenAsync(
        DeployRiskDbContext context, IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            await transaction.RollbackAsync(cancellationToken);
            return false;
        }
    }
}
