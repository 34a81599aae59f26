using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeployRisk.Web.Features.Results;

/// <summary>Gives a submitted assessment as a file.</summary>
public static class DownloadEndpoint
{
    public static void MapDownload(this WebApplication app) => app.MapGet(AppUrls.DownloadPattern, DownloadAsync);

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        Guid id, AssessmentStore assessments, CancellationToken cancellationToken) =>
        await assessments.ResultAsync(new AssessmentId(id), cancellationToken) is { } stored
            ? TypedResults.File(AssessmentFile.Write(stored), "application/json", AssessmentFile.NameOf(stored))
            : TypedResults.NotFound();
}
