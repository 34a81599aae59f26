using DeployRisk.Domain.Assessments;

namespace DeployRisk.Cli.Scoring;

/// <summary>What a valid input file says.</summary>
/// <param name="Sheet">Form, context and answers.</param>
/// <param name="Waived">Questions whose open gate was waived.</param>
internal sealed record ScoreInput(AnswerSheet Sheet, IReadOnlySet<string> Waived);
