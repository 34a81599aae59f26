using DeployRisk.TestKit.Databases;
using DeployRisk.TestKit.Servers;
using DeployRisk.Web.Shared;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>A test in the browser: opens visits and starts servers, and ends them. Who fails finds in its output what the servers said.</summary>
public abstract class Journey(DeployRiskApp app) : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];
    private readonly List<AppProcess> _own = [];
    private readonly HashSet<AppProcess> _visited = [];
    private readonly List<TemporaryDirectory> _directories = [];

    protected DeployRiskApp App => app;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The visits end first: a page whose server has gone complains.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var troubles = new List<string>();
        foreach (var visit in _visits)
        {
            troubles.AddRange(await visit.EndAsync(failed));
        }

        foreach (var server in _visited.Where(_ => failed || troubles.Count > 0))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{server.Address} said:{Environment.NewLine}{server.Output}");
        }

        foreach (var server in _own)
        {
            await server.DisposeAsync();
        }

        _directories.ForEach(directory => directory.Dispose());

        Assert.True(troubles.Count == 0, string.Join(Environment.NewLine, troubles));
    }

    /// <summary>A server of this test alone, not set up yet.</summary>
    protected Task<AppProcess> StartEmptyServerAsync() => StartAsync(null);

    /// <summary>A server of this test alone, set up by the administrator whose cookies the application has.</summary>
    protected async Task<AppProcess> StartServerAsync(params string[] arguments) => await StartAsync(await SetUpDirectoryAsync(), arguments);

    /// <summary>Two servers of this test alone, on one data directory, set up as the one of <see cref="StartServerAsync"/>.</summary>
    protected async Task<(AppProcess First, AppProcess Second)> StartTwoServersAsync()
    {
        var shared = await SetUpDirectoryAsync();
        return (await StartAsync(shared), await StartAsync(shared));
    }

    /// <summary>A window of the administrator, signed in.</summary>
    protected Task<Visit> VisitAsync(VisitOptions? options = null) => VisitAsync(app.Server, app.SignedIn, options);

    /// <summary>A window of somebody who is not signed in.</summary>
    protected Task<Visit> VisitSignedOutAsync(VisitOptions? options = null) => VisitAsync(app.Server, null, options);

    /// <summary>A window of one of the people of the English demo, signed in.</summary>
    protected async Task<Visit> VisitDemoAsync(string person)
    {
        var visit = await VisitAsync(await app.DemoAsync("en"), null);
        await visit.Page.GotoAsync(AppUrls.SignInPage);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = person }).ClickAsync();
        await visit.Page.GetByLabel($"Account of {person}").WaitForAsync();
        return visit;
    }

    protected async Task<Visit> VisitAsync(AppProcess server, string? cookies, VisitOptions? options = null)
    {
        _visited.Add(server);
        var visit = await Visit.StartAsync(app.Browser, server.Address, cookies, options ?? new VisitOptions());
        _visits.Add(visit);
        return visit;
    }

    private async Task<AppProcess> StartAsync(string? dataDirectory, params string[] arguments)
    {
        var server = await AppProcess.StartAsync(AppProgram.Built, dataDirectory, arguments);
        _own.Add(server);
        return server;
    }

    private async Task<string> SetUpDirectoryAsync()
    {
        var directory = new TemporaryDirectory();
        _directories.Add(directory);
        await app.PutSetUpAsync(directory.Path);
        return directory.Path;
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);
}
