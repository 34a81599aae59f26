using DeployRisk.Data.Stores;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;

namespace DeployRisk.Data.Tests.Products;

public sealed class ProductStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Created_IsFoundByItsSlug()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();

        var outcome = await database.Products.CreateAsync(" Paiement éclair ", "Pays fast", ada, Stop);

        var created = Assert.IsType<CreateProductOutcome.Created>(outcome).Product;
        Assert.Equal("paiement-eclair", created.Slug.Value);
        Assert.Equal(created, (await database.Products.FindAsync("paiement-eclair", database.Reader, Stop))!.Product);
        Assert.Null(await database.Products.FindAsync("paiement", database.Reader, Stop));
    }

    [Fact]
    public async Task Name_OfAnotherProductInAnotherCase_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var first = await database.ProductAsync(ada, "Éclair");

        var outcome = await database.Products.CreateAsync("e\u0301CLAIR ", "", ada, Stop);

        Assert.Equal(new CreateProductOutcome.NameTaken(first), outcome);
    }

    [Fact]
    public async Task Names_WithTheSameLetters_GetDifferentSlugs()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();

        var slugs = new[] { "Web shop", "Web-shop", "web_shop" }.Select(name => database.ProductAsync(ada, name).Result.Slug.Value).ToList();

        Assert.Equal(["web-shop", "web-shop-2", "web-shop-3"], slugs);
    }

    [Fact]
    public async Task Renamed_KeepsItsAddress()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);

        var outcome = await database.Products.RenameAsync(product.Id, "PAYMENTS", "All of them", ada, Stop);

        Assert.IsType<RenameProductOutcome.Renamed>(outcome);
        var found = (await database.Products.FindAsync("payments", database.Reader, Stop))!.Product;
        Assert.Equal("PAYMENTS", found.Name);
        Assert.Equal("All of them", found.Description);
    }

    [Fact]
    public async Task Rename_ToTheNameOfAnother_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var portal = await database.ProductAsync(ada, "Portal");
        var product = await database.ProductAsync(ada);

        Assert.Equal(new RenameProductOutcome.NameTaken(portal), await database.Products.RenameAsync(product.Id, "portal", "", ada, Stop));
        Assert.IsType<RenameProductOutcome.Missing>(await database.Products.RenameAsync(new ProductId(Guid.NewGuid()), "Other", "", ada, Stop));
    }

    [Fact]
    public async Task List_ShowsTheLatestResultTrendAndDrafts()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var payments = await database.ProductAsync(ada);
        await database.ProductAsync(ada, "Archive");
        foreach (var level in new[] { 1, 2, 3 })
        {
            database.Clock.Advance(TimeSpan.FromDays(1));
            await database.SubmittedAsync(payments.Id, ada, $"1.{level}", level);
        }

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var mistake = await database.SubmittedAsync(payments.Id, ada, "mistake", level: 0);
        await database.Assessments.WithdrawAsync(mistake, ada, Stop);
        await database.DraftAsync(payments.Id, ada, "draft");

        var list = await database.Products.ListAsync(database.Reader, Stop);

        Assert.Equal(["Archive", "Payments"], list.Select(product => product.Name));
        Assert.Null(list[0].Latest);
        Assert.Equal("1.3", list[1].Latest!.Release);
        Assert.Equal([20, 50, 80], list[1].Trend);
        Assert.Equal(1, list[1].Drafts);
    }

    [Fact]
    public async Task Trend_HasTheLastTwelve()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        for (var release = 0; release < ProductSummary.TrendLength + 2; release++)
        {
            database.Clock.Advance(TimeSpan.FromDays(1));
            await database.SubmittedAsync(product.Id, ada, $"{release}", level: release < 2 ? 4 : 3);
        }

        var trend = Assert.Single(await database.Products.ListAsync(database.Reader, Stop)).Trend;

        Assert.Equal(Enumerable.Repeat(80d, ProductSummary.TrendLength), trend);
    }
}
