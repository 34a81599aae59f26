using DeployRisk.EndToEnd.Tests.Pages;
using DeployRisk.TestKit.Browsers;
using DeployRisk.TestKit.Servers;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DeployRisk.EndToEnd.Tests.DeployRiskApp))]

namespace DeployRisk.EndToEnd.Tests;

/// <summary>One browser for all journeys, and one application that is set up by the first of them.</summary>
public sealed class DeployRiskApp : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private AppProcess? _app;

    public IBrowser Browser { get; private set; } = default!;

    public AppProcess Server => _app!;

    public Uri Address => Server.Address;

    /// <summary>Cookies of the first administrator, to be signed in from the start.</summary>
    public string SignedIn { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)TimeSpan.FromSeconds(20).TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
        _app = await AppProcess.StartAsync();
        SignedIn = await SetUpAsync(Address);
    }

    /// <summary>Sets an application up in the browser; gives the cookies of its administrator.</summary>
    public async Task<string> SetUpAsync(Uri address)
    {
        await using var context = await Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString(), Locale = "en-GB" });
        var page = await context.NewPageAsync();
        await new SetUpPage(page).SetUpAsync();
        return await context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
