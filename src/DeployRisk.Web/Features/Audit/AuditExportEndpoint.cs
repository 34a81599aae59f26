using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Domain.Access;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Formatting;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Preferences;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DeployRisk.Web.Features.Audit;

/// <summary>Gives the audit trail out, as it is filtered in the address, and its head. Records are written as they are read.</summary>
public static partial class AuditExportEndpoint
{
    /// <summary>What a table calculates from the first character of a field is written so that it does not.</summary>
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    /// <summary>Tables know the file's encoding by its first bytes.</summary>
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static void MapAuditExport(this WebApplication app)
    {
        app.MapGet(AppUrls.AuditExport, ExportAsync).RequireAuthorization(nameof(OrganisationDeed.ReadAudit)).AddEndpointFilter(FromHere.InvokeAsync);
        app.MapGet(AppUrls.AuditHead, HeadAsync).RequireAuthorization(nameof(OrganisationDeed.ReadAudit));
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> ExportAsync(
        HttpContext http, ClaimsPrincipal principal, AuditStore store, ReaderClock clock, TimeProvider time, string format = "csv")
    {
        // The days of the address are the reader's, as they are on the page.
        clock.Use(ReaderPreferences.Of(http.Request).TimeZone.Id);
        var view = AuditView.Read(http.Request.Query) with { Before = null };
        if (format is not ("csv" or "jsonl")
            || CurrentUser.ActorOf(principal) is not { } actor
            || await store.ExportAsync(view.Filter(clock), view.Href(format), actor.Id, http.RequestAborted) is not { } entries)
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
        await using var text = new StreamWriter(body, Utf8WithMark, leaveOpen: true);
        await using var csv = new CsvWriter(text, Csv, leaveOpen: true);
        await csv.WriteRecordsAsync(Records(entries).Select(record => record with { Details = Harmless(record.Details), ByName = Harmless(record.ByName)! }), cancellationToken);
    }

    private static async Task WriteJsonLinesAsync(IAsyncEnumerable<AuditEntry> entries, Stream body, CancellationToken cancellationToken)
    {
        await foreach (var record in Records(entries).WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(body, record, JsonSerializerOptions.Web, cancellationToken);
            await body.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }

    /// <summary>A table that takes another character than the comma for the end of a field finds nothing to calculate behind it.</summary>
    private static string? Harmless(string? text) => text is null ? null : BehindASeparator().Replace(text, "$1'$2");

    [GeneratedRegex("([;\\t\\r\\n])([=+\\-@])", RegexOptions.CultureInvariant)]
    private static partial Regex BehindASeparator();

    private static IAsyncEnumerable<AuditRecord> Records(IAsyncEnumerable<AuditEntry> entries) => entries.Select(AuditRecord.Of);
}
