using DeployRisk.TestKit.Databases;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Web.Tests.Home;

public sealed class HomePageTests : IAsyncLifetime
{
    private readonly SeededApp _seeded = new();

    public ValueTask InitializeAsync() => _seeded.InitializeAsync();

    public ValueTask DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task Home_NothingYet_OffersTheFirstSteps()
    {
        var page = await _seeded.Visitor.ReadAsync("/");

        Assert.Equal(4, page.QuerySelectorAll(".steps li").Length);
        Assert.Equal(
            ["/products/new", AppUrls.BuiltInQuestionnaire, AppUrls.Invite],
            page.QuerySelectorAll(".steps a").Select(link => link.GetAttribute("href")));
        Pages.HeadingsAreInOrder(page);
    }

    [Fact]
    public async Task Home_OnlyAProduct_OffersToAssessIt()
    {
        await _seeded.ProductAsync("Payments API");

        var page = await _seeded.Visitor.ReadAsync("/");

        Assert.NotNull(page.QuerySelector(".steps a[href='/products/payments-api/assessments/new']"));
    }

    [Fact]
    public async Task Home_Draft_IsContinuedFromHere()
    {
        var draft = await _seeded.DraftAsync(await _seeded.ProductAsync("Payments API"), "1.0.0");

        var page = await _seeded.Visitor.ReadAsync("/");

        var link = page.QuerySelector($"section[aria-labelledby=drafts] a[href='{AppUrls.Assessment(draft)}'][aria-label]");
        Assert.Equal("Continue Payments API 1.0.0", link!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Home_ResultsSinceTheLastVisit_AreMarkedInWords()
    {
        var product = await _seeded.ProductAsync("Payments API");
        var known = await _seeded.SubmittedAsync(product, "1.0.0", level: 3);
        Assert.Null((await _seeded.Visitor.ReadAsync("/")).QuerySelector(".news"));
        _seeded.App.Clock.Advance(TimeSpan.FromHours(2));
        await LongHistory.BeforeAsync(_seeded.Contexts, known.Assessment.Id, 1, TimeSpan.FromHours(-1), TestContext.Current.CancellationToken);
        await using var context = await _seeded.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlAsync($"UPDATE \"Assessments\" SET \"SubmittedBy\" = zeroblob(16) WHERE \"ReleaseName\" = '1.0.0-1'", TestContext.Current.CancellationToken);

        var page = await _seeded.Visitor.ReadAsync("/");
        var again = await _seeded.Visitor.ReadAsync("/");

        Assert.Equal("One new result since your last visit (2 h ago).", page.QuerySelector(".news").Words());
        Assert.Equal("Payments API 1.0.0-1 New", page.QuerySelector("section[aria-labelledby=results] li:has(.new) .what").Words());
        Assert.Single(page.QuerySelectorAll(".new"));
        Assert.Equal(page.QuerySelector(".news").Words(), again.QuerySelector(".news").Words());
    }

    [Fact]
    public async Task Home_RecentResult_ShowsItsVerdict()
    {
        var result = await _seeded.SubmittedAsync(await _seeded.ProductAsync("Payments API"), "1.0.0", level: 0);

        var page = await _seeded.Visitor.ReadAsync("/");

        var row = page.QuerySelector("section[aria-labelledby=results] li");
        Assert.Contains("No-go", row.Words(), StringComparison.Ordinal);
        Assert.NotNull(row!.QuerySelector($"a[href='{AppUrls.Result(result.Assessment.Id)}']"));
    }
}
