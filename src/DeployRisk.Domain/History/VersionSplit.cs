namespace DeployRisk.Domain.History;

/// <summary>
/// The change of readiness between two versions of the questionnaire, in two parts that sum to the whole. Answers are
/// compared like with like: both sheets scored with the newer version, on the questions that both versions have.
/// </summary>
/// <param name="AnswersChanged">Points (-100 to 100) that come from other answers.</param>
/// <param name="QuestionnaireChanged">Points (-100 to 100) that come from other rules, weights and questions.</param>
public sealed record VersionSplit(decimal AnswersChanged, decimal QuestionnaireChanged);
