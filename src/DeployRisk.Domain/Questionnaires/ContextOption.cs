namespace DeployRisk.Domain.Questionnaires;

/// <summary>One option of a context question.</summary>
/// <param name="Id">A level's number, or a word such as <c>data</c>.</param>
/// <param name="Text">The wording.</param>
/// <param name="Exclusive">Whether choosing it rules out the others ("none of these").</param>
public sealed record ContextOption(string Id, LocalizedText Text, bool Exclusive);
