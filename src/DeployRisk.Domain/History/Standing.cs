using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.History;

/// <summary>How a question stood in one assessment.</summary>
/// <param name="State">How scoring saw it.</param>
/// <param name="Level">Its level 0-4; null unless the state is <see cref="QuestionState.Level"/>.</param>
public sealed record Standing(QuestionState State, int? Level);
