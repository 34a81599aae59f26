namespace DeployRisk.Data.Stores.People;

/// <summary>A product that somebody owns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its address.</param>
public sealed record OwnedProduct(string Name, string Slug);
