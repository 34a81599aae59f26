using DeployRisk.Domain.Access;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Tables;

/// <summary>What somebody is in a product.</summary>
internal sealed class ProductMemberRow
{
    public required ProductId ProductId { get; init; }

    /// <summary>The account, as Identity keys it.</summary>
    public required Guid PersonId { get; init; }

    public required ProductRole Role { get; set; }
}
