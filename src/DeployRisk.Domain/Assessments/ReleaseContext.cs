namespace DeployRisk.Domain.Assessments;

/// <summary>The answers to the context questions; what is missing is unanswered.</summary>
/// <param name="Levels">Level (0-4) by context question.</param>
/// <param name="Choices">Chosen option ids by context question; an empty list is unanswered.</param>
public sealed record ReleaseContext(
    IReadOnlyDictionary<string, int> Levels,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Choices)
{
    public static ReleaseContext Empty { get; } = new(
        new Dictionary<string, int>(),
        new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The level, or null when unanswered.</summary>
    public int? Level(string id) => Levels.TryGetValue(id, out var level) ? level : null;

    public bool Includes(string id, string option) =>
        Choices.TryGetValue(id, out var chosen) && chosen.Contains(option, StringComparer.Ordinal);

    public bool IsAnswered(string id) =>
        Levels.ContainsKey(id) || (Choices.TryGetValue(id, out var chosen) && chosen.Count > 0);
}
