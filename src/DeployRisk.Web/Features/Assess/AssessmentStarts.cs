using DeployRisk.Data.Stores;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared.Formatting;
using DeployRisk.Web.Shared.Handover;
using DeployRisk.Web.Shared.Identity;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Prepares and starts new assessments.</summary>
public sealed class AssessmentStarts(
    ProductStore products,
    AssessmentStore assessments,
    Questionnaire questionnaire,
    CurrentUser user,
    PageHandover handover,
    ReaderClock clock)
{
    /// <summary>What a new assessment of this product starts from, or null when there is none that the person may assess.</summary>
    /// <param name="slug">The product's.</param>
    /// <param name="isInteractive">Whether the page is live already.</param>
    public Task<AssessmentStart?> PrepareAsync(string slug, bool isInteractive) => handover.LoadAsync(isInteractive, () => ReadAsync(slug));

    /// <summary>The new draft, or null when the product is gone, or may not be assessed by the person any more.</summary>
    public async Task<AssessmentId?> StartAsync(Product product, Release release)
    {
        var me = await user.GetAsync();
        return await assessments.StartAsync(product.Id, release, me.Id) is StartOutcome.Started { Id: var id } ? id : null;
    }

    private async Task<AssessmentStart?> ReadAsync(string slug)
    {
        var me = (await user.GetAsync()).Id;
        if (await products.FindAsync(slug, me) is not { Product: var product, Access: var access } || !access.Allows(ProductDeed.Assess))
        {
            return null;
        }

        var last = (await assessments.LoadPreviousAsync(product.Id, DateTimeOffset.MaxValue, me))?.Assessment.Release;
        return new AssessmentStart(product, last, ReleaseDraft.New(questionnaire, clock.Today, last?.Context));
    }
}
