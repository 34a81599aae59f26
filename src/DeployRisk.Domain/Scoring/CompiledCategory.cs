using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A category with its questions in an array, which is quicker to walk than a list behind an interface.</summary>
internal sealed record CompiledCategory(Category Category, Question[] Questions);
