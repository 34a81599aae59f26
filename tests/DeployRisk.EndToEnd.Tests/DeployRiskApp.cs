using DeployRisk.Data;
using DeployRisk.EndToEnd.Tests.Pages;
using DeployRisk.TestKit.Browsers;
using DeployRisk.TestKit.Databases;
using DeployRisk.TestKit.Servers;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DeployRisk.EndToEnd.Tests.DeployRiskApp))]

// Journeys wait for the browser and for servers more than they compute.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace DeployRisk.EndToEnd.Tests;

/// <summary>One browser for all journeys, one application that is set up by the first of them, and one demo in each language.</summary>
public sealed class DeployRiskApp : IAsyncLifetime
{
    /// <summary>How long a journey waits for what must come, in milliseconds: servers, browsers and the other test projects share few cores.</summary>
    public const float Patience = 60_000;

    /// <summary>Pages are left so soon that a third of their time would go into code compiled to run fast for long.</summary>
    private const string CompileLittle = "--js-flags=--no-maglev --no-turbofan";

    private readonly Dictionary<string, Lazy<Task<AppProcess>>> _demos = new(StringComparer.Ordinal)
    {
        ["en"] = new(static () => AppProcess.StartAsync("--demo", "en")),
        ["fr"] = new(static () => AppProcess.StartAsync("--demo", "fr")),
    };

    private readonly Lazy<Task<SampleAssessments>> _sample;
    private readonly TemporaryDirectory _justSetUp = new();
    private IPlaywright? _playwright;
    private AppProcess? _app;

    public DeployRiskApp() => _sample = new(() => SampleAssessments.MakeAsync(this));

    public IBrowser Browser { get; private set; } = default!;

    public AppProcess Server => _app!;

    public Uri Address => Server.Address;

    /// <summary>Cookies of the first administrator, to be signed in from the start.</summary>
    public string SignedIn { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright, CompileLittle);
        _app = await AppProcess.StartAsync();
        SignedIn = await SetUpAsync(Address);
        await CopyDatabaseAsync(_app.DataDirectory, _justSetUp.Path);
    }

    /// <summary>Puts the database as it is after set-up where a server will start: <see cref="SignedIn"/> holds there too, for the keys of its cookies are in it.</summary>
    public Task PutSetUpAsync(string dataDirectory) => CopyDatabaseAsync(_justSetUp.Path, dataDirectory);

    /// <summary>The demo in this language (en or fr), started when it is first asked for; journeys share it, and take a product each to change.</summary>
    public Task<AppProcess> DemoAsync(string language) => _demos[language].Value;

    /// <summary>A product with a result and a draft, made when it is first asked for; journeys share it and change nothing of it.</summary>
    public Task<SampleAssessments> SampleAsync() => _sample.Value;

    /// <summary>Sets an application up in the browser; gives the cookies of its administrator.</summary>
    public async Task<string> SetUpAsync(Uri address)
    {
        await using var context = await Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString(), Locale = "en-GB" });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await new SetUpPage(page).SetUpAsync();
        return await context.StorageStateAsync();
    }

    private static async Task CopyDatabaseAsync(string from, string to)
    {
        await using var source = new SqliteConnection($"Data Source={new DataOptions { DataDirectory = from }.SqliteFile};Pooling=False");
        await using var target = new SqliteConnection($"Data Source={new DataOptions { DataDirectory = to }.SqliteFile};Pooling=False");
        await source.OpenAsync();
        await target.OpenAsync();
        source.BackupDatabase(target);
    }

    public async ValueTask DisposeAsync()
    {
        _justSetUp.Dispose();
        foreach (var demo in _demos.Values.Where(demo => demo.IsValueCreated))
        {
            await (await demo.Value).DisposeAsync();
        }

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
