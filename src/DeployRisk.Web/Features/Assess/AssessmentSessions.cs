using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared.Handover;
using DeployRisk.Web.Shared.Identity;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Opens assessments for pages.</summary>
public sealed class AssessmentSessions(
    AssessmentStore store,
    Questionnaire questionnaire,
    CurrentUser user,
    PageHandover handover,
    TimeProvider clock,
    ILogger<AssessmentSession> logger)
{
    /// <summary>The assessment in whatever state, or null when there is none that the person may read.</summary>
    /// <param name="id">The assessment.</param>
    /// <param name="isInteractive">Whether the page is live already.</param>
    public async Task<AssessmentSession?> OpenAsync(AssessmentId id, bool isInteractive)
    {
        var me = await user.GetAsync();
        var stored = await handover.LoadAsync(isInteractive, () => ReadAsync(id, me.Id));
        return stored is null
            ? null
            : new AssessmentSession(store, questionnaire, me.Id, stored.Loaded, stored.Last, new Autosave(clock, logger));
    }

    private async Task<Stored?> ReadAsync(AssessmentId id, UserId reader)
    {
        if (await store.LoadAsync(id, reader) is not { } loaded)
        {
            return null;
        }

        var last = loaded.Assessment.State == AssessmentState.Draft ? await store.LatestSubmissionAsync(loaded.Product.Id, loaded.Assessment.Release.Name, reader) : null;
        return new Stored(loaded, last);
    }

    private sealed record Stored(LoadedAssessment Loaded, CopySource? Last);
}
