namespace DeployRisk.Data.Stores;

/// <summary>A result that somebody may not have seen yet.</summary>
/// <param name="ProductName">The product's name.</param>
/// <param name="Result">The assessment and its verdict.</param>
/// <param name="SubmittedBy">Who submitted it.</param>
/// <param name="IsNew">Whether somebody else submitted it since the reader's last visit.</param>
public sealed record RecentResult(string ProductName, ResultSummary Result, Person SubmittedBy, bool IsNew);
