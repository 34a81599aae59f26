namespace DeployRisk.Data.Stores.People;

/// <summary>Something that one wrote oneself.</summary>
/// <param name="About">The id of the question or category.</param>
/// <param name="Text">What one wrote.</param>
/// <param name="WrittenAt">When, UTC.</param>
public sealed record OwnText(string About, string Text, DateTimeOffset WrittenAt);
