using DeployRisk.Domain.Scoring;

namespace DeployRisk.Web.Features.Results;

/// <summary>What one category lost.</summary>
/// <param name="CategoryId">The category.</param>
/// <param name="Lost">Points of overall readiness lost there, 0-100.</param>
/// <param name="Largest">The largest loss among its questions; null when the questionnaire at hand knows none of them.</param>
internal sealed record CategoryLoss(string CategoryId, decimal Lost, Contribution? Largest)
{
    /// <summary>The categories that lost anything, the largest loss first.</summary>
    public static IReadOnlyList<CategoryLoss> Of(ScoreCard card, Wording wording)
    {
        var largest = card.Contributions
            .Where(contribution => contribution.Lost > 0)
            .DistinctBy(contribution => wording.CategoryOf(contribution.QuestionId))
            .ToLookup(contribution => wording.CategoryOf(contribution.QuestionId), StringComparer.Ordinal);
        return
        [
            .. card.Categories
                .Where(category => category.Lost > 0)
                .OrderByDescending(category => category.Lost)
                .Select(category => new CategoryLoss(category.CategoryId, category.Lost, largest[category.CategoryId].FirstOrDefault())),
        ];
    }
}
