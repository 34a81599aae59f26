using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Features.Products;

namespace DeployRisk.Web.Tests.Products;

public sealed class ProductViewTests
{
    private static readonly IReadOnlyList<ProductSummary> All =
    [
        Product("Accès client", Verdict.Go, 90, daysAgo: 40),
        Product("Billing", Verdict.NoGo, 41, daysAgo: 3),
        Product("Claims", null, null, daysAgo: 0),
        Product("Devices", Verdict.Conditional, 38, daysAgo: 90),
    ];

    [Theory]
    [InlineData("", "Accès client|Billing|Claims|Devices")]
    [InlineData("ACCES", "Accès client")]
    [InlineData("  bill ", "Billing")]
    [InlineData("nothing", "")]
    public void Apply_Search_IgnoresCaseAccentsAndOuterSpaces(string search, string expected) =>
        Assert.Equal(expected, Names(ProductView.From(search, null, null)));

    [Theory]
    [InlineData("noGo", "Billing")]
    [InlineData("conditional", "Devices")]
    [InlineData("go", "Accès client")]
    [InlineData("NoGo", "Accès client|Billing|Claims|Devices")]
    [InlineData("1", "Accès client|Billing|Claims|Devices")]
    public void Apply_Verdict_KeepsThoseWithItAndIgnoresWhatItDoesNotKnow(string verdict, string expected) =>
        Assert.Equal(expected, Names(ProductView.From(null, verdict, null)));

    [Theory]
    [InlineData(null, "Accès client|Billing|Claims|Devices")]
    [InlineData("verdict", "Billing|Devices|Accès client|Claims")]
    [InlineData("readiness", "Devices|Billing|Accès client|Claims")]
    [InlineData("age", "Claims|Devices|Accès client|Billing")]
    public void Apply_Order_PutsWhatNeedsAttentionFirst(string? sort, string expected) =>
        Assert.Equal(expected, Names(ProductView.From(null, null, sort)));

    [Fact]
    public void Href_EveryPart_ReadsBackTheSame()
    {
        var view = new ProductView("a&b é", Verdict.NoGo, ProductOrder.Age);

        Assert.Equal("/products?q=a%26b%20%C3%A9&verdict=noGo&sort=age", view.Href("/products"));
        Assert.Equal(view, ProductView.From("a&b é", "noGo", "age"));
    }

    [Fact]
    public void Href_NothingChosen_IsThePlainAddress() =>
        Assert.Equal("/products", ProductView.From(null, null, null).Href("/products"));

    private static string Names(ProductView view) => string.Join('|', view.Apply(All).Select(product => product.Name));

    private static ProductSummary Product(string name, Verdict? verdict, double? readiness, int daysAgo) => new(
        new ProductId(Guid.NewGuid()),
        name,
        Slug.For(name, _ => false),
        verdict is { } known
            ? new ResultSummary(new AssessmentId(Guid.NewGuid()), "1", known, readiness, DateTimeOffset.UnixEpoch.AddDays(-daysAgo))
            : null,
        [],
        0);
}
