namespace DeployRisk.Web.Features.Products;

/// <summary>What somebody types about a product.</summary>
public sealed class ProductInput
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";
}
