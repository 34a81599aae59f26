using System.Net;
using DeployRisk.Data.Startup;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Hosting;
using DeployRisk.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Sample;

public sealed class DemoTests
{
    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://localhost:5080;http://*:5081")]
    [InlineData("urls", "http://+:5080")]
    [InlineData("urls", "http://192.0.2.7:5080")]
    [InlineData("urls", "http://localhost.example.org:5080")]
    [InlineData("urls", "no address")]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://[::]:5080")]
    public void Demo_OpenToOthers_IsRefusedInOneSentence(string key, string address)
    {
        var refusal = Assert.Throws<StartupFailureException>(() => Configure((key, address)));

        Assert.Contains(address.Split(';')[^1], refusal.Message, StringComparison.Ordinal);
        Assert.Contains("on this machine alone", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "")]
    [InlineData("urls", "http://localhost:5080")]
    [InlineData("urls", "http://127.0.0.1:0;http://[::1]:5080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.8.0.1:5080")]
    public void Demo_OnThisMachine_KeepsNothingElsewhere(string key, string address)
    {
        var configured = Configure((key, address), ("DeployRisk:DataDirectory", "/srv/real"), ("DeployRisk:Database:Provider", "PostgreSql"), ("DeployRisk:Database:ConnectionString", "Host=real"));

        Assert.StartsWith(Path.GetTempPath(), configured["DeployRisk:DataDirectory"], StringComparison.Ordinal);
        Assert.Equal("Sqlite", configured["DeployRisk:Database:Provider"]);
        Assert.Equal("", configured["DeployRisk:Database:ConnectionString"]);
    }

    [Fact]
    public void Demo_WhenItEnds_LeavesNothing()
    {
        var configuration = new ConfigurationManager();
        var demo = Demo.AskedForBy(["--demo"])!;
        demo.Configure(configuration);
        var directory = configuration["DeployRisk:DataDirectory"]!;
        File.WriteAllText(Path.Combine(directory, "deployrisk.db"), "data");

        demo.Dispose();

        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public void Demo_TakesItsArgumentsAndLeavesTheOthers()
    {
        using var french = Demo.AskedForBy(["--urls", "http://localhost:1", "--demo", "fr"])!;
        using var english = Demo.AskedForBy(["--demo=en", "--urls=http://localhost:1"])!;

        Assert.Equal((Language.French, Language.English), (french.Language, english.Language));
        Assert.Equal(["--urls", "http://localhost:1"], french.OtherArguments);
        Assert.Equal(["--urls=http://localhost:1"], english.OtherArguments);
        Assert.Null(Demo.AskedForBy(["--urls", "http://localhost:1"]));
        Assert.Throws<StartupFailureException>(() => Demo.AskedForBy(["--demo", "de"]));
    }

    [Fact]
    public async Task SignInPage_InADemo_SignsInWithOneClick()
    {
        await using var app = new RunningApp { Settings = { ["demo"] = "fr" } };
        var visitor = app.Visit();
        var page = await visitor.ReadAsync("/account/sign-in", ("Accept-Language", "fr"));

        var signedIn = await visitor.SubmitAsync("/account/sign-in?returnUrl=%2Fproducts", "main form", new Dictionary<string, string>());

        Assert.Equal(6, page.QuerySelectorAll("button.person").Length);
        Assert.Contains("Responsable des mises en production", page.QuerySelector("button.person").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#password"));
        Assert.Equal("/products", signedIn.Headers.Location?.OriginalString);
        var products = await visitor.ReadAsync("/products");
        Assert.Contains("API de paiement", products.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.NotNull(products.QuerySelector(".demo"));
    }

    [Fact]
    public async Task DemoSignIn_WithoutItsToken_IsRefused()
    {
        await using var app = new RunningApp { Settings = { ["demo"] = "en" } };
        var visitor = app.Visit();
        var (address, fields) = await visitor.FillAsync("/account/sign-in", "main form", new Dictionary<string, string>());

        var refused = await visitor.PostAsync(address, fields.Where(field => field.Key != "__RequestVerificationToken"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task DemoSignIn_InANormalInstallation_DoesNotExist()
    {
        await using var app = new RunningApp();
        await app.SetUpAsync();
        var visitor = app.Visit();
        var page = await visitor.ReadAsync("/account/sign-in");

        var answer = await visitor.PostAsync("/account/demo", new Dictionary<string, string> { ["person"] = Guid.Empty.ToString() });

        Assert.False(answer.IsSuccessStatusCode);
        Assert.DoesNotContain(app.Services.GetRequiredService<EndpointDataSource>().Endpoints, endpoint => (endpoint as RouteEndpoint)?.RoutePattern.RawText == "/account/demo");
        Assert.Null(page.QuerySelector(".person"));
        Assert.Null(page.QuerySelector(".demo"));
    }

    private static ConfigurationManager Configure(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        using var demo = Demo.AskedForBy(["--demo"])!;
        demo.Configure(configuration);
        return configuration;
    }
}
