using System.Net;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Account;

/// <summary>Deleting an account, one's own and somebody else's.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    private const string Delete = "/account/delete";
    private readonly SeededApp _seeded = new();
    private Visitor _bob = null!;

    public async ValueTask InitializeAsync()
    {
        await _seeded.InitializeAsync();
        _bob = await _seeded.App.JoinAsync(_seeded.Visitor, "bob@example.org");
    }

    public ValueTask DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task Account_GoesWithThePassword_AndWhatItDidIsAFormerMembers()
    {
        var product = await _seeded.ProductAsync("Ledger");
        var id = await SubmittedByBobAsync(product);

        var wrong = await Visitor.DocumentAsync(await DeleteAsync(_bob, "not his password"));
        Assert.NotNull(wrong.QuerySelector(".validation-message"));
        Assert.Contains("bob", (await _bob.ReadAsync("/")).QuerySelector("header").Words(), StringComparison.Ordinal);

        var done = await DeleteAsync(_bob, SetUpAnswers.Password);

        Assert.Equal("/account/sign-in?erased=true", done.Headers.Location?.AbsolutePathOrSelf());
        Assert.Contains("is deleted", (await _bob.ReadAsync("/account/sign-in?erased=true")).QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await _bob.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
        var again = await _seeded.App.Visit().SubmitAsync("/account/sign-in", SetUpAnswers.Credentials(email: "bob@example.org"));
        Assert.NotNull((await Visitor.DocumentAsync(again)).QuerySelector("[role=alert]"));

        foreach (var page in new[] { $"/assessments/{id}/result", $"/assessments/{id}/report", "/products/ledger" })
        {
            Assert.Contains("former member", (await _seeded.Visitor.ReadAsync(page)).QuerySelector("main").Words(), StringComparison.Ordinal);
        }

        var trail = (await _seeded.Visitor.ReadAsync("/admin/audit")).QuerySelector("main table").Words();
        Assert.Contains("Former member deleted their account", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", trail, StringComparison.OrdinalIgnoreCase);

        await _seeded.Visitor.SubmitAsync("/account/profile", "section[aria-labelledby=display] form", new Dictionary<string, string> { ["Language"] = "fr" });
        var inFrench = await _seeded.Visitor.ReadAsync($"/assessments/{id}/result");
        Assert.Contains("ancien membre", inFrench.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherSessions_EndWithinAMinute()
    {
        var elsewhere = _seeded.App.Visit();
        await elsewhere.SubmitAsync("/account/sign-in", SetUpAnswers.Credentials(email: "bob@example.org"));

        await DeleteAsync(_bob, SetUpAnswers.Password);

        // Until then there is nothing to look at, and nothing fails.
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/account/profile")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(Delete)).StatusCode);
        _seeded.App.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/account/sign-in", (await elsewhere.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAPassword_TheAddressIsTyped()
    {
        await using (var context = await _seeded.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await context.Users.Where(user => user.DisplayName == "bob").ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, (string?)null), TestContext.Current.CancellationToken);
        }

        Assert.Null((await _bob.ReadAsync(Delete)).QuerySelector("#password"));
        var refused = await _bob.SubmitAsync(Delete, new Dictionary<string, string> { ["Form.Email"] = "ada@example.org" });
        Assert.NotNull((await Visitor.DocumentAsync(refused)).QuerySelector(".validation-message"));

        Assert.Equal(HttpStatusCode.Found, (await _bob.SubmitAsync(Delete, new Dictionary<string, string> { ["Form.Email"] = " Bob@example.org" })).StatusCode);
        Assert.Equal(["Ada Example"], (await PeopleAsync()).Select(user => user.DisplayName));
    }

    [Fact]
    public async Task WhoLooksAfterSomethingAlone_IsToldWhatToHandOver()
    {
        await _seeded.ProductAsync("Ledger");

        var page = await _seeded.Visitor.ReadAsync(Delete);

        Assert.Null(page.QuerySelector("main form"));
        Assert.NotNull(page.QuerySelector("main a[href='/admin/people']"));
        Assert.Equal("Ledger", page.QuerySelector("main a[href='/products/ledger/members']").Words());
    }

    [Fact]
    public async Task Administrator_DeletesSomebody_AfterAStepThatSaysWhatItMeans()
    {
        var person = (await _seeded.Visitor.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == "bob").GetAttribute("href")!;
        var step = (await _seeded.Visitor.ReadAsync(person)).QuerySelector($"a[href='{person}/delete']")!.GetAttribute("href")!;
        Assert.Contains("audit trail", (await _seeded.Visitor.ReadAsync(step)).QuerySelector("main").Words(), StringComparison.Ordinal);

        var done = await _seeded.Visitor.SubmitAsync(step, new Dictionary<string, string>());

        Assert.Equal("/admin/people?erased=true", done.Headers.Location?.AbsolutePathOrSelf());
        Assert.DoesNotContain("bob", (await _seeded.Visitor.ReadAsync("/admin/people?erased=true")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _seeded.Visitor.GetAsync(step)).StatusCode);
        Assert.Equal(Delete, (await _seeded.Visitor.GetAsync($"/admin/people/{_seeded.User}/delete")).Headers.Location?.AbsolutePathOrSelf());
    }

    private static Task<HttpResponseMessage> DeleteAsync(Visitor visitor, string password) =>
        visitor.SubmitAsync(Delete, new Dictionary<string, string> { ["Form.Password"] = password });

    private async Task<IReadOnlyList<ApplicationUser>> PeopleAsync()
    {
        await using var context = await _seeded.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await context.Users.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<AssessmentId> SubmittedByBobAsync(Product product)
    {
        var bob = (await PeopleAsync()).Single(user => user.DisplayName == "bob").UserId;
        var members = _seeded.App.Services.GetRequiredService<MemberStore>();
        Assert.Equal(MemberOutcome.Done, await members.SetAsync(product.Id, bob, ProductRole.Contributor, _seeded.User, TestContext.Current.CancellationToken));
        var release = Releases.Of("1.0.0", AssessmentForm.Short, 1);
        var id = Assert.IsType<StartOutcome.Started>(await _seeded.Assessments.StartAsync(product.Id, release, bob, cancellationToken: TestContext.Current.CancellationToken)).Id;
        await _seeded.Assessments.MarkRestUnknownAsync(id, bob, TestContext.Current.CancellationToken);
        Assert.IsType<SubmitOutcome.Submitted>(await _seeded.Assessments.SubmitAsync(id, bob, TestContext.Current.CancellationToken));
        return id;
    }
}
