using DeployRisk.Domain.Access;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores;

/// <summary>A product before somebody who may read it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Access">What they may do with it.</param>
public sealed record VisibleProduct(Product Product, ProductAccess Access);
