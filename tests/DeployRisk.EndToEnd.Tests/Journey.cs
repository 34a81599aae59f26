using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>A test in the browser: opens visits and ends them.</summary>
public abstract class Journey(DeployRiskApp app) : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];

    protected DeployRiskApp App => app;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var troubles = new List<string>();
        foreach (var visit in _visits)
        {
            troubles.AddRange(await visit.EndAsync(failed));
        }

        Assert.Empty(troubles);
    }

    /// <summary>A window of the administrator, signed in.</summary>
    protected Task<Visit> VisitAsync(VisitOptions? options = null) => VisitAsync(app.Address, app.SignedIn, options);

    /// <summary>A window of somebody who is not signed in.</summary>
    protected Task<Visit> VisitSignedOutAsync(VisitOptions? options = null) => VisitAsync(app.Address, null, options);

    protected async Task<Visit> VisitAsync(Uri address, string? cookies, VisitOptions? options = null)
    {
        var visit = await Visit.StartAsync(app.Browser, address, cookies, options ?? new VisitOptions());
        _visits.Add(visit);
        return visit;
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);
}
