using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores;

/// <summary>What became of a new product.</summary>
public abstract record CreateProductOutcome
{
    private CreateProductOutcome()
    {
    }

    public sealed record Created(Product Product) : CreateProductOutcome;

    /// <summary>Another product has this name.</summary>
    public sealed record NameTaken(Product By) : CreateProductOutcome;
}
