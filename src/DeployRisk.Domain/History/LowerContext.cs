namespace DeployRisk.Domain.History;

/// <summary>A context answer that is lower than last time, which may lower the bar or hide questions.</summary>
/// <param name="ContextId">The context question.</param>
/// <param name="Before">The level's option id then, or the options that are no longer chosen.</param>
/// <param name="Now">The level's option id now, or the options chosen now.</param>
/// <param name="Hidden">Questions asked then and hidden now because of it, in the order of the questionnaire.</param>
public sealed record LowerContext(
    string ContextId,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> Now,
    IReadOnlyList<string> Hidden);
