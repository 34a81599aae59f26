using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Tables;

internal sealed class ProductRow
{
    /// <summary>Longest key: upper case and normal form can be longer than the name.</summary>
    public const int MaxNameKeyLength = 3 * Product.MaxNameLength;

    public required ProductId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>What makes names unique: <see cref="Product.KeyOf"/>.</summary>
    public required string NameKey { get; set; }

    public required string Slug { get; init; }

    public required string Description { get; set; }

    public required UserId CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it belongs to the sample organisation, which can be removed as a whole.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether only its members may read it.</summary>
    public bool IsRestricted { get; set; }

    public List<ProductMemberRow> Members { get; } = [];

    public Product ToProduct() =>
        new(Id, Name, Domain.Products.Slug.FromStored(Slug), Description) { IsSample = IsSample, IsRestricted = IsRestricted };
}
