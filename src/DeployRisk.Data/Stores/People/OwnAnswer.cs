namespace DeployRisk.Data.Stores.People;

/// <summary>An answer that one gave oneself.</summary>
/// <param name="Question">The id of the question.</param>
/// <param name="Answer">The level, 0-4, "unknown", "notApplicable", or "none" where an answer was taken back.</param>
/// <param name="Reason">Why the question does not apply; null for other answers.</param>
/// <param name="Evidence">The links that stand at it.</param>
/// <param name="GivenAt">When, UTC.</param>
public sealed record OwnAnswer(string Question, string Answer, string? Reason, IReadOnlyList<string> Evidence, DateTimeOffset GivenAt);
