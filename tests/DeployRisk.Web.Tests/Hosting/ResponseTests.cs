using System.Net;
using System.Text.RegularExpressions;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Hosting;

public sealed partial class ResponseTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/app.css")]
    [InlineData("/health/live")]
    [InlineData("/no/such/page")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string address)
    {
        var answer = await seeded.Visitor.GetAsync(address);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/products")]
    [InlineData("/account/password")]
    [InlineData("/questionnaires/deployment-readiness")]
    public async Task Pages_LoadNothingFromAnotherHostAndNoInlineScript(string address)
    {
        var page = await seeded.Visitor.ReadAsync(address);

        Assert.DoesNotContain(
            page.QuerySelectorAll("[src], link[href]"),
            element => IsElsewhere(element.GetAttribute("src") ?? element.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.NotNull(script.GetAttribute("src")));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/app.css")]
    [InlineData("/DeployRisk.Web.styles.css")]
    public async Task StyleSheets_LoadNothingFromAnotherHost(string address)
    {
        var css = await (await seeded.Visitor.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(LoadedFromElsewhere(), css);
    }

    [Theory]
    [InlineData("/products")]
    [InlineData("/no/such/page")]
    public async Task Pages_AreCompressedForWhoTakesIt(string address)
    {
        var compressed = await seeded.Visitor.GetAsync(address, ("Accept-Encoding", "br"));
        var plain = await seeded.Visitor.GetAsync(address);

        Assert.Equal("br", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", compressed.Headers.Vary);
    }

    [Fact]
    public async Task UnknownAddress_SaysSoWithItsStatus()
    {
        var answer = await seeded.Visitor.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("There is nothing at this address", (await Visitor.DocumentAsync(answer)).QuerySelector("h1")?.TextContent);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_IsOpenAndHealthy(string address)
    {
        var answer = await seeded.App.Visit().GetAsync(address);

        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void DataDirectory_HoldsEverythingThatIsKept() =>
        Assert.Superset(
            new HashSet<string?> { "deployrisk.db", "logs" },
            Directory.EnumerateFileSystemEntries(seeded.App.DataDirectory).Select(Path.GetFileName).ToHashSet());

    private static bool IsElsewhere(string? address) =>
        address is not null && (address.Contains("://", StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal));

    [GeneratedRegex(@"(@import|url\(\s*['""]?)\s*['""]?(https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex LoadedFromElsewhere();
}
