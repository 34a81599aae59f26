using System.Net;
using DeployRisk.Data.Sample;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Sample;

/// <summary>The sample organisation in a normal installation: asked for at set-up or later, marked, removed in one click.</summary>
public sealed class SamplePageTests : IDisposable
{
    private static readonly Dictionary<string, string> Nothing = [];
    private readonly RunningApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task SetUp_WithTheSample_MarksItOnEveryPageOfIt()
    {
        var visitor = await SetUpWithSampleAsync();
        var products = await visitor.ReadAsync("/products");
        var product = await visitor.ReadAsync("/products/payments-api");
        var draft = product.QuerySelector("a[href^='/assessments/']:not([href$=result])")!.GetAttribute("href")!;

        Assert.Equal(6, products.QuerySelectorAll("tbody .sample").Length);
        Assert.Equal("sample", product.QuerySelector(".dr-page-header .sample").Words());
        Assert.NotNull((await visitor.ReadAsync(product.QuerySelector("a[href$='/result']")!.GetAttribute("href")!)).QuerySelector("header .sample"));
        Assert.NotNull((await visitor.ReadAsync(draft)).QuerySelector("header .sample"));
        Assert.NotNull((await visitor.ReadAsync(draft + "/review")).QuerySelector("header .sample"));
    }

    [Fact]
    public async Task SetUp_WithoutTheSample_HasNoneAndOffersIt()
    {
        var visitor = await _app.SetUpAsync();

        Assert.NotNull((await visitor.ReadAsync("/")).QuerySelector("main a[href='/sample']"));
        Assert.Null((await visitor.ReadAsync("/products")).QuerySelector(".sample"));
    }

    [Fact]
    public async Task Added_Later_IsInTheLanguageOfTheReader()
    {
        var visitor = await _app.SetUpAsync();
        await visitor.SubmitAsync("/", "form[action='/preferences/language']", new Dictionary<string, string> { ["language"] = "fr" });

        var added = await visitor.SubmitAsync("/sample", Nothing);

        Assert.Equal("/products", added.Headers.Location?.AbsolutePathOrSelf());
        Assert.Contains("Portail des démarches", (await visitor.ReadAsync("/products")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removal_SaysWhatGoesAndWhatStays()
    {
        var visitor = await SetUpWithSampleAsync();
        await visitor.SubmitAsync("/products/new", new Dictionary<string, string> { ["Input.Name"] = "Ledger", ["Input.Description"] = "" });

        var before = await visitor.ReadAsync("/sample");
        var after = await Visitor.DocumentAsync(await visitor.SubmitAsync("/sample", Nothing));

        Assert.Contains("6 products, 54 assessments and 6 people", before.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("6 products, 54 assessments and 6 people", after.QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        var products = await visitor.ReadAsync("/products");
        Assert.Equal(["Ledger"], products.QuerySelectorAll("tbody th a").Select(link => link.Words()));
        Assert.Null(products.QuerySelector("a[href='/sample']"));
    }

    [Fact]
    public async Task SamplePeople_CannotSignIn()
    {
        await SetUpWithSampleAsync();
        var visitor = _app.Visit();

        var refused = await visitor.SubmitAsync("/account/sign-in", SetUpAnswers.Credentials(email: "ines.moreau@sample.example.org"));

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(6, (await _app.Services.GetRequiredService<SampleStore>().PeopleAsync(TestContext.Current.CancellationToken)).Count);
        Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/products")).StatusCode);
    }

    private async Task<Visitor> SetUpWithSampleAsync()
    {
        var visitor = _app.Visit();
        var done = await visitor.SubmitAsync("/setup", new Dictionary<string, string>(SetUpAnswers.Complete) { ["Form.AddSample"] = "true" });
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        return visitor;
    }
}
