using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>One reason for the verdict.</summary>
/// <param name="Kind">What kind of reason it is.</param>
/// <param name="Verdict">The verdict that this reason alone would give.</param>
/// <param name="Text">The reason in words, with what lifts it.</param>
/// <param name="QuestionIds">The questions concerned, in the order of the questionnaire.</param>
/// <param name="CategoryId">The category concerned, if one.</param>
public sealed record Reason(ReasonKind Kind, Verdict Verdict, LocalizedText Text, IReadOnlyList<string> QuestionIds, string? CategoryId = null);
