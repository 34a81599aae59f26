using System.Security.Claims;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeployRisk.Web.Features.Results;

/// <summary>Gives a submitted assessment as a file.</summary>
public static class DownloadEndpoint
{
    public static void MapDownload(this WebApplication app) => app.MapGet(AppUrls.DownloadPattern, DownloadAsync).AddEndpointFilter(FromHere.InvokeAsync);

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        Guid id, AssessmentStore assessments, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        CurrentUser.ActorOf(principal) is { } actor && await assessments.ExportAsync(new AssessmentId(id), actor.Id, cancellationToken) is { } stored
            ? TypedResults.File(AssessmentFile.Write(stored), "application/json", AssessmentFile.NameOf(stored))
            : TypedResults.NotFound();
}
