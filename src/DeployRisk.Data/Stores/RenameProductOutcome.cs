using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores;

/// <summary>What became of a product's new name.</summary>
public abstract record RenameProductOutcome
{
    private RenameProductOutcome()
    {
    }

    public sealed record Renamed(Product Product) : RenameProductOutcome;

    /// <summary>Another product has this name; null when whoever asks may not read that one.</summary>
    public sealed record NameTaken(Product? By) : RenameProductOutcome;

    /// <summary>Who renames it may not, or not any more.</summary>
    public sealed record NotAllowed : RenameProductOutcome;

    /// <summary>There is no such product.</summary>
    public sealed record Missing : RenameProductOutcome;
}
