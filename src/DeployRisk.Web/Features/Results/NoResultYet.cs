using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Results;

/// <summary>Where a page about a result leads when there is none.</summary>
internal static class NoResultYet
{
    /// <summary>To the draft, whose result it will be; nowhere when there is none that the person may read.</summary>
    public static async Task LeaveAsync(this NavigationManager navigation, AssessmentStore assessments, AssessmentId id, UserId reader)
    {
        if (await assessments.RevisionAsync(id, reader) is null)
        {
            navigation.NotFound();
        }
        else
        {
            navigation.NavigateTo(AppUrls.Assessment(id));
        }
    }
}
