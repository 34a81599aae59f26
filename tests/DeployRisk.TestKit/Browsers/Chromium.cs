using Microsoft.Playwright;

namespace DeployRisk.TestKit.Browsers;

/// <summary>Starts the browser of the tests: without a window, and without asking anybody on the network for anything.</summary>
public static class Chromium
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <param name="playwright">The driver.</param>
    /// <param name="arguments">More arguments.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] arguments) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = BrowserExecutable.FindOrInstall(),
        Args = [.. Arguments, .. arguments],
    });
}
