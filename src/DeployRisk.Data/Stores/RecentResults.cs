namespace DeployRisk.Data.Stores;

/// <summary>What was submitted lately.</summary>
/// <param name="Results">The latest first.</param>
/// <param name="News">
/// How many results others submitted since the reader's last visit, those that are not among <paramref name="Results"/>
/// too; counted up to one more than <see cref="HomeStore.MostNews"/>.
/// </param>
public sealed record RecentResults(IReadOnlyList<RecentResult> Results, int News);
