using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>
/// Every page of the demo, with two years of releases in it, in the longer words of French on a phone and in both themes;
/// <see cref="EveryPageTests"/> has each kind of page in both languages.
/// </summary>
public sealed class DemoPagesTests(DeployRiskApp app) : Journey(app)
{
    private const int Phone = 360;

    /// <summary>Whom the demo introduces as its administrator, in the order of its people.</summary>
    private const int Administrator = 2;

    [Fact]
    public async Task Demo_EveryPage_FitsAndHasNoAccessibilityFault()
    {
        var page = (await VisitAsync(await App.DemoAsync("fr"), null, new VisitOptions("fr-FR", Phone, Dark: true))).Page;
        await page.GotoAsync("/account/sign-in");
        var faults = new List<string>([.. await TooWideAsync(page), .. await Accessibility.FaultsAsync(page, ColorScheme.Light)]);
        await page.Locator("button.person").Nth(Administrator).ClickAsync();
        await page.Locator("main h1").WaitForAsync();
        foreach (var path in await PathsAsync(page))
        {
            await page.GotoAsync(path);
            await page.Locator("main:not(:has(fieldset:disabled))").WaitForAsync();
            string[] found = [.. await TooWideAsync(page), .. await Accessibility.FaultsAsync(page, ColorScheme.Light)];
            faults.AddRange(found.Select(fault => $"{path}: {fault}"));
        }

        Assert.Empty(faults);
    }

    /// <summary>The list, every product, and the latest assessment of each, found by their links.</summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(IPage page)
    {
        await page.GotoAsync("/products");
        var paths = new List<string> { "/", "/products", "/sample", "/admin/people", "/admin/products", "/admin/audit", "/account/security", "/account/two-step" };
        foreach (var product in await LinksAsync(page, "main tbody th a"))
        {
            paths.AddRange([product, $"{product}/members"]);
            await page.GotoAsync(product);
            paths.Add((await LinksAsync(page, "main table a[href^='/assessments/']"))[0]);
        }

        return paths;
    }

    private static Task<string[]> LinksAsync(IPage page, string selector) =>
        page.Locator(selector).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > Phone ? [$"{wide} px wide"] : [];
}
