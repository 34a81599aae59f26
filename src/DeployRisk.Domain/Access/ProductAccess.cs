namespace DeployRisk.Domain.Access;

/// <summary>Somebody before a product.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Standing">What the product is to them.</param>
public sealed record ProductAccess(Actor Actor, ProductStanding Standing)
{
    /// <inheritdoc cref="AccessPolicy.Allows(Actor, ProductDeed, ProductStanding)"/>
    public bool Allows(ProductDeed deed) => AccessPolicy.Allows(Actor, deed, Standing);
}
