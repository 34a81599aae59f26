using System.Net;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Hosting;

/// <summary>What a reverse proxy says about the visitor is believed of the one that is named, and of nobody else.</summary>
public sealed class ProxyTests : IDisposable
{
    private readonly RunningApp _app = new() { Settings = { ["DeployRisk:Proxy:Trusted:0"] = "10.0.0.0/24" } };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task NamedProxy_SaysThatItIsTls_AndCookiesAndHeadersFollow()
    {
        var answer = await AskThroughAsync("10.0.0.7");

        Assert.Contains("max-age=", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task AnybodyElse_IsNotBelieved()
    {
        var answer = await AskThroughAsync("10.0.1.7");

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    private Task<HttpResponseMessage> AskThroughAsync(string address)
    {
        _app.VisitorsAddress = IPAddress.Parse(address);
        return _app.Visit().GetAsync("/setup", ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "deployrisk.example.org"));
    }
}
