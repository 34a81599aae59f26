using DeployRisk.Domain.Access;

namespace DeployRisk.Data.Stores.Access;

/// <summary>Somebody who is in a product.</summary>
/// <param name="Person">The account.</param>
/// <param name="Role">What they are in it.</param>
/// <param name="IsDisabled">Whether the account may not be used.</param>
public sealed record ProductMember(Person Person, ProductRole Role, bool IsDisabled);
