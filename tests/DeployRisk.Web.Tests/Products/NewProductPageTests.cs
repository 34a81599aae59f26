using System.Security.Claims;
using Bunit;
using DeployRisk.TestKit.Databases;
using DeployRisk.Web.Features.Products;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Tests.Running;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Products;

public sealed class NewProductPageTests : BunitContext, IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var user = await _database.UserAsync();
        Services.AddLocalization();
        Services.AddSingleton(_database.Products);
        Services.AddScoped<CurrentUser>();
        Services.AddScoped<IValidator<ProductInput>, ProductInputValidator>();
        this.AddAuthorization().SetAuthorized("Ada").SetClaims(new Claim(ClaimTypes.NameIdentifier, user.Value.ToString()));
    }

    [Fact]
    public async Task Create_SentTwice_CreatesOneProductAndLeadsToIt()
    {
        var page = Filled("Payments API");

        var first = page.Find("form").SubmitAsync();
        var second = page.Find("form").SubmitAsync();
        await Task.WhenAll(first, second);

        await Patience.UntilAsync(() => Services.GetRequiredService<NavigationManager>().Uri.EndsWith("/products/payments-api", StringComparison.Ordinal));
        Assert.Single(await _database.Products.ListAsync(_database.Reader, Xunit.TestContext.Current.CancellationToken));
        Assert.Equal("/products/payments-api", page.Find(".taken a").GetAttribute("href"));
    }

    [Fact]
    public async Task Create_NameOfAnother_SaysSoAndMayBeTriedAgain()
    {
        await _database.ProductAsync(await _database.UserAsync("Grace"), "Payments API");
        var page = Filled("payments api");

        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("A product named “Payments API” exists already", page.Find("#name-error").TextContent, StringComparison.Ordinal));
        Assert.False(page.Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Create_WithoutAName_AsksForOne()
    {
        var page = Filled("  ");

        await page.Find("form").SubmitAsync();

        Assert.Contains("Give the product a name.", page.Find("#name-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(await _database.Products.ListAsync(_database.Reader, Xunit.TestContext.Current.CancellationToken));
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    private IRenderedComponent<NewProductPage> Filled(string name)
    {
        var page = Render<NewProductPage>();
        page.Find("#name").Change(name);
        return page;
    }
}
