using System.Net;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Account;

/// <summary>What an application shows that nobody has set up; it stays so.</summary>
public sealed class NotSetUpTests : IClassFixture<RunningApp>
{
    private readonly RunningApp _app;

    public NotSetUpTests(RunningApp app)
    {
        _app = app;
        _app.VisitorsAddress = IPAddress.Loopback;
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/products")]
    [InlineData("/account/sign-in")]
    [InlineData("/questionnaires/deployment-readiness")]
    [InlineData("/no/such/page")]
    public async Task EveryPage_NotSetUp_LeadsToSetUp(string address)
    {
        var answer = await _app.Visit().GetAsync(address);

        Assert.Equal("/setup", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("203.0.113.5", null, null)]
    [InlineData("127.0.0.1", "Host", "rebound.example.org")]
    [InlineData("127.0.0.1", "X-Forwarded-For", "203.0.113.5")]
    [InlineData("127.0.0.1", "X-Forwarded-Host", "deployrisk.example.org")]
    [InlineData("127.0.0.1", "Forwarded", "for=203.0.113.5")]
    [InlineData("127.0.0.1", "Via", "1.1 proxy")]
    [InlineData("127.0.0.1", "X-Real-IP", "203.0.113.5")]
    public async Task SetUp_FromElsewhere_AsksForTheCode(string address, string? header, string? value)
    {
        _app.VisitorsAddress = IPAddress.Parse(address);

        var page = await _app.Visit().ReadAsync("/setup", header is null ? [] : [(header, value!)]);

        Assert.NotNull(page.QuerySelector("#code"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task SetUp_OnLoopback_ShowsNoCodeField(string address)
    {
        _app.VisitorsAddress = IPAddress.Parse(address);

        Assert.Null((await _app.Visit().ReadAsync("/setup")).QuerySelector("#code"));
    }
}
