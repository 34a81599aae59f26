using System.Net;
using AngleSharp.Html.Dom;
using DeployRisk.TestKit.Databases;
using DeployRisk.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

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
    public async Task Product_WithALongHistory_ShowsItPageByPageAndDrawsTheLatest()
    {
        var product = await _seeded.ProductAsync("Payments API");
        var latest = await _seeded.SubmittedAsync(product, "2", level: 3);
        await LongHistory.BeforeAsync(_seeded.Contexts, latest.Assessment.Id, 64, TimeSpan.FromDays(10), TestContext.Current.CancellationToken);

        var first = await _seeded.Visitor.ReadAsync("/products/payments-api");
        var last = await _seeded.Visitor.ReadAsync("/products/payments-api?page=99");

        Assert.Equal(["2", "2-1", "2-2"], Releases(first).Take(3));
        Assert.Equal(20, Releases(first).Count());
        Assert.Equal("/products/payments-api?page=2#history", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(first.QuerySelector("a[rel=prev]"));
        Assert.Equal(30, first.QuerySelectorAll("figure .point").Length);
        Assert.StartsWith("The latest 30 of 65 releases", first.QuerySelector("figcaption").Words(), StringComparison.Ordinal);
        Assert.Equal(["2-60", "2-61", "2-62", "2-63", "2-64"], Releases(last));
        Assert.Equal("Page 4 of 4", last.QuerySelector(".pages span:not([aria-hidden])").Words());
        Assert.Null(last.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Product_APeriodInTheAddress_ShowsThatPartAndKeepsItFromPageToPage()
    {
        var product = await _seeded.ProductAsync("Payments API");
        var latest = await _seeded.SubmittedAsync(product, "2", level: 3);
        await LongHistory.BeforeAsync(_seeded.Contexts, latest.Assessment.Id, 50, TimeSpan.FromDays(1), TestContext.Current.CancellationToken);
        var today = DateOnly.FromDateTime(_seeded.App.Clock.GetUtcNow().UtcDateTime);
        var (from, to) = ($"{today.AddDays(-30):yyyy-MM-dd}", $"{today.AddDays(-4):yyyy-MM-dd}");

        var page = await _seeded.Visitor.ReadAsync($"/products/payments-api?from={from}&to={to}");
        var nothing = await _seeded.Visitor.ReadAsync("/products/payments-api?to=1999-12-31");

        Assert.Equal(("2-4", "27 submitted assessments"), (Releases(page).First(), page.QuerySelector(".count").Words()));
        Assert.Equal("2-30", page.QuerySelector("figure tbody th").Words());
        Assert.Equal($"/products/payments-api?from={from}&to={to}&page=2#history", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal([from, to], page.QuerySelectorAll("input[type=date]").Select(field => field.GetAttribute("value")));
        Assert.Null(page.QuerySelector(".period [aria-current]"));
        Assert.Contains("Nothing was submitted in this period.", nothing.Body.Words(), StringComparison.Ordinal);
        Assert.NotNull(nothing.QuerySelector("main p a[href='/products/payments-api']"));
    }

    [Fact]
    public async Task Product_LinksToPeriods_MarkTheOneThatIsShown()
    {
        var product = await _seeded.ProductAsync("Payments API");
        var latest = await _seeded.SubmittedAsync(product, "2", level: 3);
        await LongHistory.BeforeAsync(_seeded.Contexts, latest.Assessment.Id, 20, TimeSpan.FromDays(30), TestContext.Current.CancellationToken);

        var all = await _seeded.Visitor.ReadAsync("/products/payments-api");
        var year = await _seeded.Visitor.ReadAsync(all.QuerySelectorAll(".period li a")[1].GetAttribute("href")!);

        Assert.Equal("All", all.QuerySelector(".period [aria-current]").Words());
        Assert.Equal("1 year", year.QuerySelector(".period [aria-current]").Words());
        Assert.Equal(13, Releases(year).Count());
    }

    [Fact]
    public async Task Product_JudgedByOtherLines_DrawsThoseOfEachRelease()
    {
        var product = await _seeded.ProductAsync("Payments API");
        await _seeded.SubmittedAsync(product, "1.0", level: 3, context: 0);
        _seeded.App.Clock.Advance(TimeSpan.FromDays(1));
        await _seeded.SubmittedAsync(product, "1.1", level: 3, context: 4);
        await using var context = await _seeded.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlAsync($"UPDATE \"Results\" SET \"GoLine\" = 66, \"NoGoLine\" = 33 WHERE \"Tier\" = 0", TestContext.Current.CancellationToken);

        var page = await _seeded.Visitor.ReadAsync("/products/payments-api");

        Assert.Equal(["66 33", "80 60"], page.QuerySelectorAll("figure tbody tr").Select(row => $"{row.Children[5].Words()} {row.Children[6].Words()}"));
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

    private static IEnumerable<string> Releases(IHtmlDocument page) => page.QuerySelectorAll(".history tbody th").Select(cell => cell.Words());

    private static Dictionary<string, string> Fields(string name, string description) =>
        new() { ["Input.Name"] = name, ["Input.Description"] = description };
}
