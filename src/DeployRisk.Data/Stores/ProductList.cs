using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>Reads the list of products: one query each for products, open drafts and latest results.</summary>
internal static class ProductList
{
    public static async Task<IReadOnlyList<ProductSummary>> LoadAsync(DeployRiskDbContext context, UserId reader, CancellationToken cancellationToken)
    {
        var products = await context.Products
            .AsNoTracking()
            .ReadableBy(reader)
            .OrderBy(product => product.NameKey)
            .Select(product => new { product.Id, product.Name, product.Slug, product.IsSample })
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
                drafts.GetValueOrDefault(product.Id)) { IsSample = product.IsSample }),
        ];
    }

    /// <summary>
    /// The last results of every product, oldest first. The time of the first of them is looked up in the index:
    /// numbering all rows of all products instead takes a second where there are 100,000. The condition stands in
    /// "where" because SQLite then begins with the products.
    /// </summary>
    private static async Task<ILookup<ProductId, ResultSummary>> ResultsAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        var submitted = context.Assessments.Where(row => row.State == AssessmentState.Submitted);
        var latest =
            from product in context.Products
            from row in submitted
            where row.ProductId == product.Id && row.SubmittedAt >= (submitted
                .Where(other => other.ProductId == product.Id)
                .OrderByDescending(other => other.SubmittedAt)
                .Skip(ProductSummary.TrendLength - 1)
                .Select(other => other.SubmittedAt)
                .FirstOrDefault() ?? DateTimeOffset.MinValue)
            select new
            {
                row.ProductId,
                Summary = new ResultSummary(row.Id, row.ReleaseName, row.Result!.Verdict, row.Result.Readiness, row.SubmittedAt!.Value),
            };
        var rows = await latest.AsNoTracking().ToListAsync(cancellationToken);
        return rows.OrderBy(row => row.Summary.SubmittedAt).ToLookup(row => row.ProductId, row => row.Summary);
    }
}
