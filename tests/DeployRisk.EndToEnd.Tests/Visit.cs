using DeployRisk.Web.Shared.Localisation;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>
/// One person at one browser window. Notes everything that must not happen (requests to other hosts, errors and
/// warnings on the console), and keeps a screenshot when the test fails; a trace of every step too, where the environment
/// variable <c>JOURNEY_TRACE</c> is set: it costs a third of the time.
/// </summary>
public sealed class Visit
{
    private static readonly bool IsTraced = Environment.GetEnvironmentVariable("JOURNEY_TRACE") is { Length: > 0 };

    private readonly IBrowserContext _context;
    private readonly List<string> _troubles = [];
    private bool _closes;

    private Visit(IBrowserContext context, IPage page, Uri address)
    {
        _context = context;
        Page = page;
        context.Request += (_, request) => NoteOtherHost(request.Url, address);
        context.Console += (_, message) => NoteConsole(message);
        context.Dialog += async (_, dialog) =>
        {
            _troubles.Add($"Asked: {dialog.Type} {dialog.Message}");
            await dialog.AcceptAsync();
        };
        context.WebError += (_, error) => NoteScriptError(error.Error);
    }

    public IPage Page { get; }

    /// <summary>Whether lost connections are part of the test, so that the browser's own messages about them are not noted.</summary>
    public bool ExpectsLostConnection { get; set; }

    /// <summary>Whether a failure of the page is part of the test, so that its errors are not noted.</summary>
    public bool ExpectsFailure { get; set; }

    /// <summary>Whether an address that does not exist is part of the test.</summary>
    public bool ExpectsMissingPage { get; set; }

    /// <summary>Another host that the person goes to in this test; null when there is none.</summary>
    public Uri? GoesTo { get; set; }

    public static async Task<Visit> StartAsync(IBrowser browser, Uri address, string? cookies, VisitOptions options)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            StorageState = cookies,
            Locale = options.Locale,
            TimezoneId = "Europe/Paris",
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = options.Width, Height = 900 },
        });
        context.SetDefaultTimeout(DeployRiskApp.Patience);

        // The browser's language decides, not the one that was chosen when the cookies were made.
        await context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = Cultures.Cookie });
        if (IsTraced)
        {
            await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        }

        return new Visit(context, await context.NewPageAsync(), address);
    }

    /// <summary>Another tab of the same person.</summary>
    public Task<IPage> NewTabAsync() => _context.NewPageAsync();

    /// <summary>Ends the visit; keeps what shows why it failed, when it did.</summary>
    /// <returns>What happened and must not.</returns>
    public async Task<IReadOnlyList<string>> EndAsync(bool failed)
    {
        if (failed || _troubles.Count > 0)
        {
            var test = TestContext.Current.Test!;
            var folder = Path.Combine(AppContext.BaseDirectory, "TestResults", test.UniqueID);
            Directory.CreateDirectory(folder);
            if (!Page.IsClosed)
            {
                await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, "page.png"), FullPage = true });
            }

            if (IsTraced)
            {
                await _context.Tracing.StopAsync(new TracingStopOptions { Path = Path.Combine(folder, "trace.zip") });
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "test.txt"), test.TestDisplayName);
        }

        _closes = true;
        await _context.DisposeAsync();
        return _troubles;
    }

    private void NoteOtherHost(string url, Uri address)
    {
        if (new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } target && target.Authority != address.Authority && target.Authority != GoesTo?.Authority)
        {
            _troubles.Add($"Request to another host: {url}");
        }
    }

    private void NoteScriptError(string error)
    {
        if (!ExpectsLostConnection && !ExpectsFailure)
        {
            _troubles.Add($"Script error: {error}");
        }
    }

    private void NoteConsole(IConsoleMessage message)
    {
        var isMissing = ExpectsMissingPage && message.Text.Contains("404", StringComparison.Ordinal);

        // A page that is being closed has ended its circuit, and still answers what the server sent before.
        var isEnding = _closes && message.Text.Contains("Circuit", StringComparison.Ordinal);
        if (message.Type is "error" or "warning" && !ExpectsLostConnection && !ExpectsFailure && !isMissing && !isEnding)
        {
            _troubles.Add($"Console: {message.Text} ({message.Location})");
        }
    }
}
