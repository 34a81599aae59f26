using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores.Access;

/// <summary>A product in the list of who is in what.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its address.</param>
/// <param name="IsRestricted">Whether only its members may read it.</param>
/// <param name="Owners">Names of its owners.</param>
/// <param name="Members">How many members it has, owners included.</param>
public sealed record AccessibleProduct(string Name, Slug Slug, bool IsRestricted, IReadOnlyList<string> Owners, int Members);
