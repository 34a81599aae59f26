using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>Every page of the demo, with two years of releases in it. Each language with one of the themes and widths, side by side.</summary>
public abstract class DemoPagesTests(DeployRiskApp app, string locale, string language, int width, bool dark) : Journey(app)
{
    /// <summary>Whom the demo introduces as its administrator, in the order of its people.</summary>
    private const int Administrator = 2;

    [Fact]
    public async Task Demo_EveryPage_FitsAndHasNoAccessibilityFault()
    {
        var page = (await VisitAsync(await App.DemoAsync(language), null, new VisitOptions(locale, width, dark))).Page;
        await page.GotoAsync("/account/sign-in");
        Assert.Empty(await FaultsAsync(page, width));
        await page.Locator("button.person").Nth(Administrator).ClickAsync();
        var faults = new List<string>(await FaultsAsync(page, width));
        foreach (var path in await PathsAsync(page))
        {
            await page.GotoAsync(path);
            await page.Locator("main:not(:has(fieldset:disabled))").WaitForAsync();
            faults.AddRange((await FaultsAsync(page, width)).Select(fault => $"{path}: {fault}"));
        }

        Assert.Empty(faults);
    }

    /// <summary>The list, every product, and the latest assessment of each, found by their links.</summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(IPage page)
    {
        await page.GotoAsync("/products");
        var paths = new List<string> { "/products", "/sample", "/admin/people", "/admin/products", "/admin/audit", "/account/security", "/account/two-step" };
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

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, int width)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        string[] tooWide = wide > width ? [$"{wide} px wide"] : [];
        return [.. tooWide, .. await Accessibility.FaultsAsync(page)];
    }
}
