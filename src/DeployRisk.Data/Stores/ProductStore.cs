using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>Products and their history.</summary>
public sealed class ProductStore(IDbContextFactory<DeployRiskDbContext> contexts, TimeProvider clock)
{
    /// <summary>All products by name, with what is known of their latest releases.</summary>
    public async Task<IReadOnlyList<ProductSummary>> ListAsync(CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>The product with this address, or null.</summary>
    public async Task<Product?> FindAsync(string slug, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>A new product with an address of its own.</summary>
    /// <exception cref="ArgumentException">A text is too long, or the name is empty.</exception>
    public async Task<CreateProductOutcome> CreateAsync(string name, string description, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Another name and description for a product; its address stays.</summary>
    /// <exception cref="ArgumentException">A text is too long, or the name is empty.</exception>
    public async Task<RenameProductOutcome> RenameAsync(ProductId id, string name, string description, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Every assessment of a product, drafts first, then the latest submission first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(ProductId id, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
