using DeployRisk.Domain.Access;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores.Access;

/// <summary>Who is in a product.</summary>
/// <param name="Product">The product.</param>
/// <param name="Access">What the reader may do with it.</param>
/// <param name="Members">Its members, owners first, by name.</param>
public sealed record ProductMembers(Product Product, ProductAccess Access, IReadOnlyList<ProductMember> Members);
