namespace DeployRisk.Domain.Access;

/// <summary>What a product is to somebody.</summary>
/// <param name="IsRestricted">Whether only its members may read it.</param>
/// <param name="Role">What they are in it; null when they are no member.</param>
public sealed record ProductStanding(bool IsRestricted, ProductRole? Role);
