using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>
/// What holds on every page: no accessibility fault, nothing wider than a phone, a heading and a title of its own. Each language
/// with one of the themes, side by side.
/// </summary>
public abstract class EveryPageTests(DeployRiskApp app, string locale, string language, bool dark) : Journey(app)
{
    private const int Phone = 360;

    [Fact]
    public Task EveryPage_IsAccessibleAndNamedInItsLanguage() =>
        AssertAsync(new VisitOptions(locale, Dark: dark), async page => [.. await NamelessAsync(page, language), .. await Accessibility.FaultsAsync(page)]);

    [Fact]
    public Task NoPage_IsWiderThanAPhone() => AssertAsync(new VisitOptions(locale, Phone), TooWideAsync);

    private async Task AssertAsync(VisitOptions options, Func<IPage, Task<IEnumerable<string>>> look)
    {
        var sample = await App.SampleAsync();
        var signedIn = await InPagesAsync(await VisitAsync(options), sample.SignedInPages, look);
        var signedOut = await InPagesAsync(await VisitSignedOutAsync(options), sample.SignedOutPages, look);
        var found = string.Join(Environment.NewLine, signedIn.Concat(signedOut));
        Assert.True(found.Length == 0, found);
    }

    private static async Task<IReadOnlyList<string>> InPagesAsync(Visit visit, IReadOnlyList<string> paths, Func<IPage, Task<IEnumerable<string>>> look)
    {
        // The browser writes down that an address was not found, and that is what is asked for here.
        visit.ExpectsMissingPage = true;
        var found = new List<string>();
        foreach (var path in paths)
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.Locator("main:not(:has(fieldset:disabled, select:disabled))").WaitForAsync();
            found.AddRange((await look(visit.Page)).Select(fault => $"{path}: {fault}"));
        }

        return found;
    }

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page)
    {
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return width > Phone ? [$"{width} px wide"] : [];
    }

    private static async Task<IEnumerable<string>> NamelessAsync(IPage page, string language)
    {
        var faults = new List<string>();
        var headings = await page.Locator("h1:visible").AllInnerTextsAsync();
        if (headings is not [{ Length: > 0 }])
        {
            faults.Add($"headings: {string.Join(" | ", headings)}");
        }

        if (await page.TitleAsync() is var title && !title.EndsWith("DeployRisk", StringComparison.Ordinal))
        {
            faults.Add($"title: {title}");
        }

        if (await page.Locator("html").GetAttributeAsync("lang") is var lang && lang != language)
        {
            faults.Add($"language: {lang}");
        }

        return faults;
    }
}
