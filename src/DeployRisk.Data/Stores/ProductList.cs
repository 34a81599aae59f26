using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>Reads the list of products: one query each for products, open drafts and latest results.</summary>
internal static class ProductList
{
    public static async Task<IReadOnlyList<ProductSummary>> LoadAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        var products = await context.Products
            .AsNoTracking()
            .OrderBy(product => product.NameKey)
            .Select(product => new { product.Id, product.Name, product.Slug })
            .ToListAsync(cancellationToken);
        var drafts = await context.Assessments
            .Where(row => row.State == AssessmentState.Draft)
            .GroupBy(row => row.ProductId)
            .Select(group => new { Product = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Product, group => group.Count, cancellationToken);
        var results = await ResultsAsync(context, cancellationToken);
        return
        [
            .. products.Select(product => new ProductSummary(
                product.Id,
                product.Name,
                Slug.FromStored(product.Slug),
                results[product.Id].LastOrDefault(),
                [.. results[product.Id].Select(result => result.Readiness).OfType<double>()],
                drafts.GetValueOrDefault(product.Id))),
        ];
    }

    /// <summary>The last results of every product, oldest first.</summary>
    private static async Task<ILookup<ProductId, ResultSummary>> ResultsAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        var latest = context.Products.SelectMany(product => context.Assessments
            .Where(row => row.ProductId == product.Id && row.State == AssessmentState.Submitted)
            .OrderByDescending(row => row.SubmittedAt)
            .Take(ProductSummary.TrendLength));
        var rows = await latest
            .Join(context.Results, row => row.Id, result => result.AssessmentId, (row, result) => new
            {
                row.ProductId,
                Summary = new ResultSummary(row.Id, row.ReleaseName, result.Verdict, result.Readiness, row.SubmittedAt!.Value),
            })
            .ToListAsync(cancellationToken);
        return rows.OrderBy(row => row.Summary.SubmittedAt).ToLookup(row => row.ProductId, row => row.Summary);
    }
}
