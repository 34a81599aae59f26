using System.Net;
using DeployRisk.TestKit.Browsers;
using Microsoft.Playwright;
using Cookie = Microsoft.Playwright.Cookie;

namespace DeployRisk.Benchmarks.Visiting;

/// <summary>People of a seeded database in one Chromium, each with cookies and cache of their own.</summary>
internal sealed class Visitors : IAsyncDisposable
{
    private readonly Uri _address;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Visitors(Uri address, IPlaywright playwright, IBrowser browser)
    {
        _address = address;
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Visitors> StartAsync(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        return new Visitors(address, playwright, await Chromium.LaunchAsync(playwright));
    }

    /// <summary>A browser window that has seen nothing of the application.</summary>
    public Task<IBrowserContext> EnterAsync() => _browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = _address.ToString(),
        Locale = "en-GB",
        ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
    });

    /// <summary>A browser window that has seen nothing of the application, of somebody who is signed in.</summary>
    public async Task<IBrowserContext> EnterAsync(CookieContainer signedIn)
    {
        var context = await EnterAsync();
        await context.AddCookiesAsync(signedIn.GetAllCookies().Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = _address.ToString() }));
        return context;
    }

    /// <summary>The same for a person of a seeded database.</summary>
    public async Task<IBrowserContext> EnterAsync(int person) => await EnterAsync(await SignIn.AsAsync(person, _address));

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
