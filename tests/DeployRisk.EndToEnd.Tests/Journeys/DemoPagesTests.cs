using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>
/// Every page of the demo, with two years of releases in it. Each language with one of the themes and widths, side by side: both look
/// at the width of all, and share the examination of what is in them, which takes seconds for each; <see cref="EveryPageTests"/> has each
/// kind of page in both.
/// </summary>
public abstract class DemoPagesTests(DeployRiskApp app, string locale, string language, int width, bool dark) : Journey(app)
{
    /// <summary>Whom the demo introduces as its administrator, in the order of its people.</summary>
    private const int Administrator = 2;

    [Fact]
    public async Task Demo_EveryPage_FitsAndHasNoAccessibilityFault()
    {
        var page = (await VisitAsync(await App.DemoAsync(language), null, new VisitOptions(locale, width, dark))).Page;
        await page.GotoAsync("/account/sign-in");
        var faults = new List<string>([.. await TooWideAsync(page), .. await Accessibility.FaultsAsync(page)]);
        await page.Locator("button.person").Nth(Administrator).ClickAsync();
        await page.Locator("main h1").WaitForAsync();
        foreach (var (index, path) in (await PathsAsync(page)).Index())
        {
            await page.GotoAsync(path);

            // A journey beside this one may have ended the draft, whose questions are shut then.
            await page.Locator("main:not(:has(fieldset:disabled)), main:has(.final)").WaitForAsync();
            IEnumerable<string> inside = index % 2 == (dark ? 1 : 0) ? await Accessibility.FaultsAsync(page) : [];
            faults.AddRange((await TooWideAsync(page)).Concat(inside).Select(fault => $"{path}: {fault}"));
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

    private async Task<IEnumerable<string>> TooWideAsync(IPage page) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width ? [$"{wide} px wide"] : [];
}
