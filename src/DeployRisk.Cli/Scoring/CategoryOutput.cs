using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Cli.Scoring;

internal sealed record CategoryOutput(string Id, string Code, decimal? Readiness, decimal Lost, decimal Coverage, decimal Risk)
{
    public static CategoryOutput Of(CategoryScore category, Questionnaire questionnaire) => new(
        category.CategoryId,
        questionnaire.Category(category.CategoryId).Code,
        Figure.Of(category.Readiness),
        Figure.Of(category.Lost),
        Figure.Of(category.Coverage),
        Figure.Of(category.Risk));
}
