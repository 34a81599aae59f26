using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using DeployRisk.Domain.Products;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Audit;

/// <summary>The page of the audit trail, and its copies.</summary>
public sealed class AuditPageTests : IAsyncLifetime
{
    private readonly SeededApp _seeded = new();
    private Product _ledger = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _seeded.InitializeAsync();
        _ledger = await _seeded.ProductAsync("=cmd|' /C calc'!A0", "");
        await _seeded.DraftAsync(_ledger, "1.0 <script>alert(1)</script>, \"quoted\"");
    }

    public ValueTask DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task Page_SaysWhatWasDone_AndFiltersByTheAddress()
    {
        var all = await _seeded.Visitor.ReadAsync("/admin/audit");
        Assert.Contains("started an assessment: 1.0 <script>alert(1)</script>", all.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Empty(all.QuerySelectorAll("main script"));

        var some = await _seeded.Visitor.ReadAsync($"/admin/audit?kind=ProductCreated&product={_ledger.Slug}&from=2000-01-01&to=9998-01-01");
        Assert.Single(some.QuerySelectorAll("tbody tr"));
        Assert.Equal("ProductCreated", some.QuerySelector("select[name=kind] option[selected]")?.GetAttribute("value"));
        Assert.Contains("no such record", (await _seeded.Visitor.ReadAsync("/admin/audit?product=nothing")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?person=nobody&product=%00&kind=99&from=yesterday&to=0001-01-01&before=-1")]
    [InlineData("?before=99999999999999999999&kind=ProductCreated,SignedIn&to=9999-12-31&person=00000000-0000-0000-0000-000000000000")]
    public async Task AddressThatMakesNoSense_IsNoError(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await _seeded.Visitor.GetAsync("/admin/audit" + query)).StatusCode);

    [Fact]
    public async Task Csv_HasEveryRecord_AndCalculatesNothing()
    {
        var answer = await _seeded.Visitor.GetAsync("/admin/audit/export?format=csv");
        var lines = (await answer.Content.ReadAsStringAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches(@"^attachment; filename=""?deployrisk-audit-\d{8}-\d{4}\.csv""?", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.StartsWith("Sequence,Id,At,By,ByName,Action,Subject,SubjectId,Product,Origin,Details,DetailsHash,Hash", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("AuditExported", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(",=cmd", StringComparison.Ordinal) || line.Contains(",\"=cmd", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("'=cmd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task JsonLines_AreOneRecordEach_OfWhatTheAddressAsksFor()
    {
        var answer = await _seeded.Visitor.GetAsync("/admin/audit/export?format=jsonl&kind=AssessmentStarted");
        var records = (await answer.Content.ReadAsStringAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();

        var record = Assert.Single(records);
        Assert.Equal("1.0 <script>alert(1)</script>, \"quoted\"", record.GetProperty("details").GetString());
        Assert.Equal(64, record.GetProperty("hash").GetString()!.Length);
        Assert.True(DateTimeOffset.TryParse(record.GetProperty("at").GetString(), CultureInfo.InvariantCulture, out _));
    }

    /// <summary>As docs/operations.md tells a stranger to do it.</summary>
    [Fact]
    public async Task Copy_CanBeCheckedWithoutDeployRisk()
    {
        var head = (await (await _seeded.Visitor.GetAsync("/admin/audit/export?format=jsonl")).Content.ReadAsStringAsync(Stop))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Aggregate(new byte[32], (before, record) =>
            {
                using var bytes = new MemoryStream();
                using var writer = new BinaryWriter(bytes);
                writer.Write(before);
                writer.Write(record.GetProperty("sequence").GetInt64());
                writer.Write(record.GetProperty("id").GetGuid().ToByteArray(bigEndian: true));
                writer.Write(record.GetProperty("at").GetDateTime().Ticks);
                writer.Write(record.GetProperty("by").GetGuid().ToByteArray(bigEndian: true));
                writer.Write(record.GetProperty("action").GetString()!);
                writer.Write(record.GetProperty("subject").GetString()!);
                writer.Write(record.GetProperty("subjectId").GetGuid().ToByteArray(bigEndian: true));
                writer.Write((record.GetProperty("product") is { ValueKind: JsonValueKind.String } product ? product.GetGuid() : Guid.Empty).ToByteArray(bigEndian: true));
                writer.Write(record.GetProperty("origin").GetString() ?? "");
                writer.Write(Convert.FromHexString(record.GetProperty("detailsHash").GetString()!));
                var hash = SHA256.HashData(bytes.ToArray());
                Assert.Equal(record.GetProperty("hash").GetString(), Convert.ToHexStringLower(hash));
                return hash;
            });

        Assert.EndsWith(Convert.ToHexStringLower(head), (await _seeded.Visitor.ReadAsync("/admin/audit")).QuerySelector("code.head").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_IsShownAndCanBeKept()
    {
        var shown = (await _seeded.Visitor.ReadAsync("/admin/audit")).QuerySelector("code.head").Words();

        Assert.Equal(shown, (await (await _seeded.Visitor.GetAsync("/admin/audit/head")).Content.ReadAsStringAsync(Stop)).Trim());
        Assert.Matches("^[0-9]+:[0-9a-f]{64}$", shown);
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("")]
    public async Task UnknownFormat_IsNotFound(string format) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _seeded.Visitor.GetAsync($"/admin/audit/export?format={format}")).StatusCode);
}
