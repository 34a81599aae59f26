using Microsoft.Playwright;

namespace DeployRisk.TestKit.Browsers;

/// <summary>Starts the browser of the tests: without a window, and without asking anybody on the network for anything.</summary>
public static class Chromium
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = BrowserExecutable.FindOrInstall(),
        Args = Arguments,
    });
}
