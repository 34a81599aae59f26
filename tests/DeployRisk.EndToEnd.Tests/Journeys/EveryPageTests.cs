using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>
/// What holds on every page: no accessibility fault, nothing wider than a phone, a heading and a title of its own. Each language
/// with one of the themes, side by side, and in the colours of both.
/// </summary>
public abstract partial class EveryPageTests(DeployRiskApp app, string locale, string language, bool dark) : Journey(app)
{
    private const int Phone = 360;

    [Fact]
    public async Task EveryPage_IsAccessible_IsNamedInItsLanguage_AndFitsAPhone()
    {
        var sample = await App.SampleAsync();
        var options = new VisitOptions(locale, Dark: dark);
        var signedIn = await InPagesAsync(await VisitAsync(options), sample.SignedInPages);
        var signedOut = await InPagesAsync(await VisitSignedOutAsync(options), sample.SignedOutPages);
        var found = string.Join(Environment.NewLine, signedIn.Concat(signedOut));
        Assert.True(found.Length == 0, found);
    }

    private async Task<IReadOnlyList<string>> InPagesAsync(Visit visit, IReadOnlyList<string> paths)
    {
        // The browser writes down that an address was not found, and that is what is asked for here.
        visit.ExpectsMissingPage = true;
        var found = new List<string>();
        foreach (var path in paths)
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.Locator("main:not(:has(fieldset:disabled, select:disabled))").WaitForAsync();
            string[] faults = [.. await NamelessAsync(visit.Page), .. await Accessibility.FaultsAsync(visit.Page), .. await TooWideAsync(visit.Page)];
            found.AddRange(faults.Select(fault => $"{path}: {fault}"));
        }

        return found;
    }

    /// <summary>In a window as narrow as a phone, with every fold open; the window is as wide as before afterwards.</summary>
    private static async Task<IEnumerable<string>> TooWideAsync(IPage page)
    {
        var (wide, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.SetViewportSizeAsync(Phone, height);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await page.SetViewportSizeAsync(wide, height);
        return width > Phone ? [$"{width} px wide"] : [];
    }

    private async Task<IEnumerable<string>> NamelessAsync(IPage page)
    {
        var faults = new List<string>();
        var headings = await page.Locator("h1:visible").AllInnerTextsAsync();
        if (headings is not [{ Length: > 0 }])
        {
            faults.Add($"headings: {string.Join(" | ", headings)}");
        }

        try
        {
            // The page that the live one replaces takes its title along; the live one's own comes with its first words.
            await Expect(page).ToHaveTitleAsync(Title());
        }
        catch (PlaywrightException)
        {
            faults.Add($"title: {await page.TitleAsync()}");
        }

        if (await page.Locator("html").GetAttributeAsync("lang") is var lang && lang != language)
        {
            faults.Add($"language: {lang}");
        }

        return faults;
    }

    [GeneratedRegex(" · DeployRisk$")]
    private static partial Regex Title();
}
