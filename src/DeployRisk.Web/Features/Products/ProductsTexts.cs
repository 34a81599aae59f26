namespace DeployRisk.Web.Features.Products;

/// <summary>The texts of the list of products and the product's page.</summary>
public sealed class ProductsTexts;
