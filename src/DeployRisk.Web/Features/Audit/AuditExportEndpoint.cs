using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using CsvHelper.Configuration;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Domain.Access;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Formatting;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeployRisk.Web.Features.Audit;

/// <summary>Gives the audit trail out, as it is filtered in the address, and its head. Records are written as they are read.</summary>
public static class AuditExportEndpoint
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What a table calculates from the first character of a field is written so that it does not.</summary>
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    public static void MapAuditExport(this WebApplication app)
    {
        app.MapGet(AppUrls.AuditExport, ExportAsync).RequireAuthorization(nameof(OrganisationDeed.ReadAudit));
        app.MapGet(AppUrls.AuditHead, HeadAsync).RequireAuthorization(nameof(OrganisationDeed.ReadAudit));
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> ExportAsync(
        HttpContext http, ClaimsPrincipal principal, AuditStore store, ReaderClock clock, TimeProvider time, string format = "csv")
    {
        var filter = AuditView.Read(http.Request.Query).Filter(clock);
        if (format is not ("csv" or "jsonl")
            || CurrentUser.ActorOf(principal) is not { } actor
            || await store.ExportAsync(filter, actor.Id, http.RequestAborted) is not { } entries)
        {
            return TypedResults.NotFound();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"deployrisk-audit-{time.GetUtcNow():yyyyMMdd-HHmm}.{format}");
        return format == "csv"
            ? TypedResults.Stream(body => WriteCsvAsync(entries, body, http.RequestAborted), "text/csv; charset=utf-8", name)
            : TypedResults.Stream(body => WriteJsonLinesAsync(entries, body, http.RequestAborted), "application/jsonl; charset=utf-8", name);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> HeadAsync(HttpContext http, ClaimsPrincipal principal, AuditStore store)
    {
        if (CurrentUser.ActorOf(principal) is not { } actor || await store.HeadAsync(actor.Id, http.RequestAborted) is not { } head)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=deployrisk-audit-head-{head.Sequence}.txt");
        return TypedResults.Text($"{head}\n");
    }

    private static async Task WriteCsvAsync(IAsyncEnumerable<AuditEntry> entries, Stream body, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(body, leaveOpen: true);
        await using var csv = new CsvWriter(text, Csv, leaveOpen: true);
        await csv.WriteRecordsAsync(Records(entries), cancellationToken);
    }

    private static async Task WriteJsonLinesAsync(IAsyncEnumerable<AuditEntry> entries, Stream body, CancellationToken cancellationToken)
    {
        await foreach (var record in Records(entries).WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(body, record, Json, cancellationToken);
            await body.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }

    private static IAsyncEnumerable<AuditRecord> Records(IAsyncEnumerable<AuditEntry> entries) => entries.Select(AuditRecord.Of);
}
