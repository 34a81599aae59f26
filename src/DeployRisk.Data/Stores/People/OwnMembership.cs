using DeployRisk.Domain.Access;

namespace DeployRisk.Data.Stores.People;

/// <summary>A product that one is a member of.</summary>
/// <param name="Product">Its name.</param>
/// <param name="Role">What one is in it.</param>
public sealed record OwnMembership(string Product, ProductRole Role);
