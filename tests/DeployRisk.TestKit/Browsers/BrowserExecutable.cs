using DeployRisk.TestKit.Programs;

namespace DeployRisk.TestKit.Browsers;

/// <summary>Finds a Chromium for the tests, and installs one where it can: no browser test is ever skipped.</summary>
public static class BrowserExecutable
{
    private const string HowToInstall =
        "The browser tests need Chromium: install it (on Debian: apt-get install chromium), or name one in the environment variable CHROMIUM_PATH.";

    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    /// <summary>The path of an installed browser; null: the one that Playwright downloaded.</summary>
    /// <exception cref="InvalidOperationException">There is none and none could be installed.</exception>
    public static string? FindOrInstall()
    {
        if (Find() is { } found)
        {
            return found;
        }

        string[] packages = ["chromium-headless-shell", "chromium"];
        if (packages.Any(package => Debian.Install(package, () => Find() is not null)) && Find() is { } installed)
        {
            return installed;
        }

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 ? null : throw new InvalidOperationException(HowToInstall);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"CHROMIUM_PATH names {named}, and there is no such file.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var extension = OperatingSystem.IsWindows() ? ".exe" : string.Empty;
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name + extension))).FirstOrDefault(File.Exists);
    }
}
