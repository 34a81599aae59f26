using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Pages;

/// <summary>The form of a new assessment: the release and its context.</summary>
internal sealed class ReleasePage(IPage page)
{
    public static readonly IReadOnlyList<string> LevelQuestions = [.. Enumerable.Range(1, 8).Select(number => $"CTX-{number}")];

    public ILocator Name => page.Locator("#Name");

    public ILocator PlannedOn => page.Locator("#PlannedOn");

    public ILocator Start => page.Locator("form.release-form button[type=submit]");

    public ILocator Context(string question, string option) => page.Locator($"#{question} input[value='{option}']");

    /// <summary>Fills in a release of middling risk and opens its questionnaire.</summary>
    public async Task StartAsync(string release, string form = "full", int level = 2)
    {
        await Name.FillAsync(release);
        await PlannedOn.FillAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(14).ToString("O"));
        await page.Locator($"input[name=Form][value={form}]").CheckAsync();
        foreach (var question in LevelQuestions)
        {
            await Context(question, $"{level}").CheckAsync();
        }

        await Context("CTX-9", "data").CheckAsync();
        await Context("CTX-10", "ownData").CheckAsync();
        await Start.ClickAsync();
        await page.Locator(".question").First.WaitForAsync();
    }
}
