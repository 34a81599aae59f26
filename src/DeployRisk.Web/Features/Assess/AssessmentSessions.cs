using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared.Identity;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Opens assessments for pages.</summary>
public sealed class AssessmentSessions(
    AssessmentStore store, Questionnaire questionnaire, CurrentUser user, TimeProvider clock, ILogger<AssessmentSession> logger)
{
    /// <summary>The assessment in whatever state, or null when there is none.</summary>
    public async Task<AssessmentSession?> OpenAsync(AssessmentId id)
    {
        var me = await user.GetAsync();
        if (await store.LoadAsync(id) is not { } loaded)
        {
            return null;
        }

        var last = loaded.Assessment.State == AssessmentState.Draft ? await store.LatestSubmissionAsync(loaded.Product.Id) : null;
        return new AssessmentSession(store, questionnaire, me.Id, loaded, last, new Autosave(clock, logger));
    }
}
