namespace DeployRisk.Domain.Products;

/// <summary>The id of a product: a version 7 UUID, so that ids sort by the time they were made.</summary>
public readonly record struct ProductId(Guid Value)
{
    /// <summary>A new id made at the given time.</summary>
    public static ProductId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public override string ToString() => Value.ToString();
}
