using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores;

/// <summary>A product as the list of products shows it.</summary>
/// <param name="Id">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its address.</param>
/// <param name="Latest">Its latest submitted assessment that was not withdrawn; null when there is none.</param>
/// <param name="Trend">Readiness (0-100) of its last assessments, oldest first, at most <see cref="TrendLength"/>.</param>
/// <param name="Drafts">How many drafts are open.</param>
public sealed record ProductSummary(
    ProductId Id,
    string Name,
    Slug Slug,
    ResultSummary? Latest,
    IReadOnlyList<double> Trend,
    int Drafts)
{
    /// <summary>The most values that a trend has.</summary>
    public const int TrendLength = 12;

    /// <summary>Whether it belongs to the sample organisation.</summary>
    public bool IsSample { get; init; }
}
