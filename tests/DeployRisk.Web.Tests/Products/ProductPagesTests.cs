using System.Net;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Products;

public sealed class ProductPagesTests : IAsyncLifetime
{
    private readonly SeededApp _seeded = new();

    public ValueTask InitializeAsync() => _seeded.InitializeAsync();

    public ValueTask DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task Products_None_OfferTheFirstStep()
    {
        var page = await _seeded.Visitor.ReadAsync("/products");

        Assert.Contains("No product yet", page.Body.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/products/new']"));
        Assert.Null(page.QuerySelector("form[role=search]"));
    }

    [Fact]
    public async Task Products_FiftyWithAFilterInTheAddress_ShowWhatMatches()
    {
        foreach (var number in Enumerable.Range(1, 50))
        {
            await _seeded.ProductAsync($"Service {number:00}");
        }

        var page = await _seeded.Visitor.ReadAsync("/products?q=service+1&sort=age");

        Assert.Equal(10, page.QuerySelectorAll(".products tbody tr").Length);
        Assert.Equal("service 1", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("Assessed ↓", page.QuerySelector("th[aria-sort=ascending]").Words());
    }

    [Fact]
    public async Task Products_NothingMatches_OfferToShowAll()
    {
        await _seeded.ProductAsync("Payments API");

        var page = await _seeded.Visitor.ReadAsync("/products?q=zzz");

        Assert.Contains("No product matches.", page.Body.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main p a[href='/products']"));
    }

    [Fact]
    public async Task Product_WithoutAnAssessment_OffersToStartOne()
    {
        await _seeded.ProductAsync("Payments API", "Takes payments.");

        var page = await _seeded.Visitor.ReadAsync("/products/payments-api");

        Assert.Contains("Takes payments.", page.Body.Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/products/payments-api/assessments/new']"));
        Assert.Null(page.QuerySelector("figure"));
    }

    [Fact]
    public async Task Product_WithHistory_ShowsEveryAssessmentAndDrawsTheSubmittedOnes()
    {
        var product = await _seeded.ProductAsync("Payments API");
        await _seeded.SubmittedAsync(product, "1.0.0", level: 1);
        _seeded.App.Clock.Advance(TimeSpan.FromHours(2));
        await _seeded.SubmittedAsync(product, "1.1.0", level: 3);
        _seeded.App.Clock.Advance(TimeSpan.FromMinutes(2));
        var mistaken = await _seeded.SubmittedAsync(product, "1.2.0", level: 4);
        await _seeded.Assessments.WithdrawAsync(mistaken.Assessment.Id, _seeded.User, TestContext.Current.CancellationToken);
        await _seeded.DraftAsync(product, "1.3.0");

        var page = await _seeded.Visitor.ReadAsync("/products/payments-api");

        Assert.Equal(["1.3.0", "1.2.0", "1.1.0", "1.0.0"], page.QuerySelectorAll(".history tbody th").Select(cell => cell.Words()));
        Assert.Equal(["Draft", "Withdrawn"], page.QuerySelectorAll(".history .state").Select(state => state.Words()));
        Assert.Equal(["1.0.0", "1.1.0"], page.QuerySelectorAll("figure tbody th").Select(cell => cell.Words()));
        Assert.Equal(10, page.QuerySelectorAll(".multiples li").Length);
        Pages.HeadingsAreInOrder(page);
    }

    [Fact]
    public async Task Product_Unknown_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _seeded.Visitor.GetAsync("/products/nothing")).StatusCode);

    [Fact]
    public async Task Rename_AnotherName_KeepsTheAddress()
    {
        await _seeded.ProductAsync("Payments API");

        var done = await _seeded.Visitor.SubmitAsync("/products/payments-api/edit", Fields("Payments", "Now with refunds."));

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal("Payments", (await _seeded.Visitor.ReadAsync("/products/payments-api")).QuerySelector("h1").Words());
    }

    [Fact]
    public async Task Rename_NameOfAnother_SaysSoAndLeadsThere()
    {
        await _seeded.ProductAsync("Payments API");
        await _seeded.ProductAsync("Claims");

        var refused = await Visitor.DocumentAsync(await _seeded.Visitor.SubmitAsync("/products/payments-api/edit", Fields("claims", "")));

        Assert.Contains("A product named “Claims” exists already", refused.QuerySelector("#name-error").Words(), StringComparison.Ordinal);
        Assert.NotNull(refused.QuerySelector("main a[href='/products/claims']"));
    }

    [Fact]
    public async Task Rename_WithoutAName_AsksForOne()
    {
        await _seeded.ProductAsync("Payments API");

        var refused = await Visitor.DocumentAsync(await _seeded.Visitor.SubmitAsync("/products/payments-api/edit", Fields("   ", "")));

        Assert.Equal("Give the product a name.", refused.QuerySelector("#name-error").Words());
    }

    private static Dictionary<string, string> Fields(string name, string description) =>
        new() { ["Input.Name"] = name, ["Input.Description"] = description };
}
