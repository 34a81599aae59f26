using System.Net;
using DeployRisk.Domain.Products;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Members;

/// <summary>Who is in a product and who may read it, by the pages.</summary>
public sealed class MembersPagesTests : IAsyncLifetime
{
    private const string Members = "/products/payments/members";
    private readonly SeededApp _seeded = new();
    private Product _product = null!;
    private Visitor _bob = null!;

    public async ValueTask InitializeAsync()
    {
        await _seeded.InitializeAsync();
        _product = await _seeded.ProductAsync("Payments");
        _bob = await _seeded.App.JoinAsync(_seeded.Visitor, "bob@example.org");
    }

    public ValueTask DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task Owner_AddsChangesAndRemovesAMember()
    {
        await AddBobAsync("Viewer");
        Assert.Equal(["Ada Example Owner", "bob Viewer"], await ListedAsync());

        await SubmitAsync("tbody tr:last-child form", ("Role", "Contributor"));
        Assert.Equal(["Ada Example Owner", "bob Contributor"], await ListedAsync());

        await SubmitAsync("tbody tr:last-child form", ("Role", "Contributor"), ("Remove", "true"));
        Assert.Equal(["Ada Example Owner"], await ListedAsync());
    }

    [Fact]
    public async Task LastOwner_IsToldWhyTheyStay()
    {
        var refused = await _seeded.Visitor.SubmitAsync(Members, "tbody form", new Dictionary<string, string> { ["Role"] = "Owner", ["Remove"] = "true" });

        Assert.Contains("needs an owner", (await Visitor.DocumentAsync(refused)).QuerySelector(".dr-form-error").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_SeesWhoIsInIt_AndNothingToPress()
    {
        var product = await _bob.ReadAsync("/products/payments");
        var members = await _bob.ReadAsync(Members);

        Assert.Equal(["/products/payments/members"], product.QuerySelectorAll(".dr-page header .dr-button").Select(link => link.GetAttribute("href")));
        Assert.Empty(members.QuerySelectorAll("main form"));
        Assert.Equal("Ada Example Owner", members.QuerySelector("tbody tr").Words());
        Assert.StartsWith("/account/access-denied", (await _bob.GetAsync("/products/payments/edit")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _bob.GetAsync("/products/payments/assessments/new")).StatusCode);
    }

    [Fact]
    public async Task Reader_SeesADraftWithoutAnsweringIt()
    {
        var draft = await _seeded.DraftAsync(_product, "1.0.0");

        var page = await _bob.ReadAsync($"/assessments/{draft}");

        Assert.Contains("You can read this draft.", page.QuerySelector(".final").Words(), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("[data-question] fieldset"), question => Assert.True(question.HasAttribute("disabled")));
        Assert.Null(page.QuerySelector($"a[href='/assessments/{draft}/review']"));
    }

    [Fact]
    public async Task Restricted_IsNowhereForAStranger_AndThereForAMember()
    {
        await _seeded.SubmittedAsync(_product, "1.0.0", 3);
        await SubmitAsync("form.dr-form", ("Restricted", "true"));

        Assert.DoesNotContain("Payments", (await _bob.ReadAsync("/products")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Payments", (await _bob.ReadAsync("/")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _bob.GetAsync("/products/payments")).StatusCode);
        Assert.Contains("restricted", (await _seeded.Visitor.ReadAsync("/products/payments")).QuerySelector(".dr-page header").Words(), StringComparison.Ordinal);

        await AddBobAsync("Viewer");
        Assert.Equal(HttpStatusCode.OK, (await _bob.GetAsync("/products/payments")).StatusCode);
        Assert.Contains("Payments", (await _bob.ReadAsync("/products")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_OfARestrictedProduct_IsTakenWithoutSayingByWhich()
    {
        await SubmitAsync("form.dr-form", ("Restricted", "true"));

        var refused = await Visitor.DocumentAsync(await _bob.SubmitAsync("/products/new", new Dictionary<string, string> { ["Input.Name"] = "payments" }));

        Assert.Contains("Another product has this name.", refused.QuerySelector(".validation-message").Words(), StringComparison.Ordinal);
        Assert.Empty(refused.QuerySelectorAll("a[href='/products/payments']"));
    }

    [Fact]
    public async Task Administrator_ReachesTheMembersOfWhatTheyCannotRead()
    {
        var product = await _bob.SubmitAsync("/products/new", new Dictionary<string, string> { ["Input.Name"] = "Hidden" });
        Assert.Equal(HttpStatusCode.Found, product.StatusCode);
        await _bob.SubmitAsync("/products/hidden/members", "form.dr-form", new Dictionary<string, string> { ["Restricted"] = "true" });

        var listed = (await _seeded.Visitor.ReadAsync("/admin/products")).QuerySelectorAll("tbody tr").Select(row => row.Words());
        Assert.Equal(["Hidden Only its members bob 1", "Payments Everybody with an account Ada Example 1"], listed);
        Assert.Equal(HttpStatusCode.NotFound, (await _seeded.Visitor.GetAsync("/products/hidden")).StatusCode);

        var members = await _seeded.Visitor.ReadAsync("/products/hidden/members");
        Assert.Contains("You look after its members as an administrator.", members.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Empty(members.QuerySelectorAll("main a[href='/products/hidden']"));
    }

    private async Task AddBobAsync(string role)
    {
        var bob = (await _seeded.Visitor.ReadAsync(Members)).QuerySelector("select[name=Person] option")!.GetAttribute("value")!;
        await SubmitAsync("form.add", ("Person", bob), ("Role", role));
    }

    private async Task SubmitAsync(string form, params (string Name, string Value)[] fields)
    {
        var done = await _seeded.Visitor.SubmitAsync(Members, form, fields.ToDictionary(field => field.Name, field => field.Value));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
    }

    private async Task<IEnumerable<string>> ListedAsync() => (await _seeded.Visitor.ReadAsync(Members)).QuerySelectorAll("tbody tr")
        .Select(row => $"{row.QuerySelector("th").Words()} {row.QuerySelector("option[selected]").Words()}");
}
