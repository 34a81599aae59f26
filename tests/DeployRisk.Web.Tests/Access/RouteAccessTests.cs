using System.Net;
using DeployRisk.Domain.Products;
using DeployRisk.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Access;

/// <summary>
/// Every address that a browser can ask for, found in the routing table: nobody gets in without being signed in, unless it says so
/// here; a stranger finds nothing of a restricted product; a member finds nothing of administrators.
/// </summary>
public sealed class RouteAccessTests : IAsyncLifetime
{
    private const string Secret = "Whistle";

    /// <summary>What is open before sign-in; the set-up is so only until it is done.</summary>
    private static readonly string[] Public =
    [
        "/account/forgotten", "/account/invitation/{Token}", "/account/new-password/{Secret}", "/account/sign-in", "/error", "/health/live", "/health/ready", "/not-found",
        "/questionnaires/{Id}",
    ];

    /// <summary>The addresses of administrators.</summary>
    private static readonly string[] Administrative =
        ["/admin/audit", "/admin/audit/export", "/admin/audit/head", "/admin/people", "/admin/people/invite", "/admin/people/{Id:guid}", "/admin/people/{Id:guid}/delete", "/admin/products", "/sample"];

    private readonly SeededApp _seeded = new();
    private Visitor _stranger = null!;
    private Product _product = null!;
    private string _draft = "";
    private string _submitted = "";

    public async ValueTask InitializeAsync()
    {
        await _seeded.InitializeAsync();
        _product = await _seeded.ProductAsync($"{Secret} product", $"{Secret} description");
        _submitted = (await _seeded.SubmittedAsync(_product, $"{Secret} 1", 2)).Assessment.Id.ToString();
        _draft = (await _seeded.DraftAsync(_product, $"{Secret} 2")).ToString();
        _stranger = await _seeded.App.JoinAsync(_seeded.Visitor, "mallory@example.org");
        await _seeded.Visitor.SubmitAsync($"/products/{_product.Slug}/members", "form.dr-form", new Dictionary<string, string> { ["Restricted"] = "true" });
    }

    public ValueTask DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task Anonymous_GetsIn_OnlyWhereItIsSaidHere()
    {
        var open = new List<string>();
        foreach (var pattern in Patterns())
        {
            var answer = await _seeded.App.Visit().GetAsync(AddressOf(pattern, _submitted));
            if (answer.Headers.Location?.AbsolutePathOrSelf().StartsWith("/account/sign-in", StringComparison.Ordinal) != true)
            {
                open.Add(pattern);
            }
        }

        Assert.Equal(Public.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stranger_FindsNothingOfARestrictedProduct()
    {
        var bound = Patterns().Where(IsOfAProduct).ToList();
        Assert.True(bound.Count >= 10, string.Join(' ', bound));
        foreach (var pattern in bound)
        {
            foreach (var assessment in new[] { _draft, _submitted })
            {
                var answer = await _stranger.GetAsync(AddressOf(pattern, assessment));
                var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{pattern}: {answer.StatusCode} {answer.Headers.Location}");
                Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Stranger_ReadsNothingOfIt_AnywhereElse()
    {
        foreach (var pattern in Patterns().Where(pattern => !IsOfAProduct(pattern)))
        {
            var answer = await _stranger.GetAsync(AddressOf(pattern, _submitted));
            Assert.DoesNotContain(Secret, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.True((int)answer.StatusCode < 500, $"{pattern}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Member_IsRefused_WhereAdministratorsAre()
    {
        var refused = new List<string>();
        foreach (var pattern in Patterns())
        {
            if ((await _stranger.GetAsync(AddressOf(pattern, _submitted))).Headers.Location?.AbsolutePathOrSelf().StartsWith("/account/access-denied", StringComparison.Ordinal) == true)
            {
                refused.Add(pattern);
            }
        }

        Assert.Equal(Administrative, refused.Order(StringComparer.Ordinal));
    }

    private static bool IsOfAProduct(string pattern) =>
        pattern.StartsWith("/products/{", StringComparison.Ordinal) || pattern.StartsWith("/assessments/{", StringComparison.Ordinal);

    /// <summary>The patterns of pages and endpoints that a GET reaches; files and what keeps pages alive are not among them.</summary>
    private IEnumerable<string> Patterns() => _seeded.App.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: var methods } || methods.Contains("GET"))
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        .Where(pattern => !pattern.Contains('.', StringComparison.Ordinal) && !pattern.Contains('*', StringComparison.Ordinal) && !pattern.StartsWith("/_", StringComparison.Ordinal))
        .Distinct();

    private string AddressOf(string pattern, string assessment) => pattern
        .Replace("{Slug}", _product.Slug.ToString(), StringComparison.Ordinal)
        .Replace("{Id:guid}", pattern.StartsWith("/admin", StringComparison.Ordinal) ? _seeded.User.ToString() : assessment, StringComparison.Ordinal)
        .Replace("{id:guid}", assessment, StringComparison.Ordinal)
        .Replace("{Id}", "deployment-readiness", StringComparison.Ordinal)
        .Replace("{Token}", "nonsense", StringComparison.Ordinal);
}
