using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores;

/// <summary>What became of a new product.</summary>
public abstract record CreateProductOutcome
{
    private CreateProductOutcome()
    {
    }

    public sealed record Created(Product Product) : CreateProductOutcome;

    /// <summary>Another product has this name; null when whoever asks may not read that one.</summary>
    public sealed record NameTaken(Product? By) : CreateProductOutcome;

    /// <summary>Who makes it may not, or not any more.</summary>
    public sealed record NotAllowed : CreateProductOutcome;
}
