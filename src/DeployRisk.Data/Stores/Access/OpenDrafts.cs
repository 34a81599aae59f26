using DeployRisk.Data.Changes;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.Access;

/// <summary>Pages that are open on a draft learn that its product's members changed: they read it again, as whoever may still do so.</summary>
internal static class OpenDrafts
{
    /// <summary>Counts a change of every draft of these products, in the transaction that is open.</summary>
    /// <returns>What to publish once it is committed.</returns>
    public static async Task<IReadOnlyDictionary<AssessmentId, int>> TouchDraftsAsync(
        this DeployRiskDbContext context, IReadOnlyCollection<ProductId> products, CancellationToken cancellationToken)
    {
        var open = context.Assessments.Where(draft => products.Contains(draft.ProductId) && draft.State == AssessmentState.Draft);
        await open.ExecuteUpdateAsync(set => set.SetProperty(draft => draft.Revision, draft => draft.Revision + 1), cancellationToken);
        return await open.Select(draft => new { draft.Id, draft.Revision }).ToDictionaryAsync(draft => draft.Id, draft => draft.Revision, cancellationToken);
    }

    /// <summary>Tells the pages.</summary>
    public static void PublishAll(this ChangeFeed feed, IReadOnlyDictionary<AssessmentId, int> touched)
    {
        foreach (var (draft, revision) in touched)
        {
            feed.Publish(AssessmentNews.Of(draft), new AssessmentNews.MuchChanged(revision));
        }
    }
}
