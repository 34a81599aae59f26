using DeployRisk.EndToEnd.Tests.Pages;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>What holds on every page: no accessibility fault, nothing wider than a phone, a heading and a title of its own.</summary>
public sealed class EveryPageTests(DeployRiskApp app, SampleAssessments sample) : Journey(app), IClassFixture<SampleAssessments>
{
    private const int Phone = 360;

    [Theory]
    [InlineData("en-GB", "en", false)]
    [InlineData("fr-FR", "fr", true)]
    public Task EveryPage_IsAccessibleAndNamedInItsLanguage(string locale, string language, bool dark) =>
        AssertAsync(new VisitOptions(locale, Dark: dark), async page => [.. await NamelessAsync(page, language), .. await Accessibility.FaultsAsync(page)]);

    [Theory]
    [InlineData("en-GB")]
    [InlineData("fr-FR")]
    public Task NoPage_IsWiderThanAPhone(string locale) => AssertAsync(new VisitOptions(locale, Phone), TooWideAsync);

    [Fact]
    public async Task StatesOfAPage_HaveNoAccessibilityFault()
    {
        var page = (await VisitAsync()).Page;
        await page.GotoAsync("/products/ledger/assessments/new");
        await new ReleasePage(page).Start.ClickAsync();
        await page.Locator(".faults").WaitForAsync();
        await AssertNoFaultAsync(page);

        await page.GotoAsync(sample.Draft);
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await questionnaire.Choice("AVA-1", "notApplicable").CheckAsync();
        await questionnaire.Question("AVA-1").Locator(".reason").WaitForAsync();
        await AssertNoFaultAsync(page);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("?");
        await page.Locator("dialog[open]").WaitForAsync();
        await AssertNoFaultAsync(page);
    }

    [Fact]
    public async Task EveryPage_WithoutScript_IsReadableAndSaysWhatToDo()
    {
        await using var bare = await App.Browser.NewContextAsync(new()
        {
            BaseURL = App.Address.ToString(),
            StorageState = App.SignedIn,
            Locale = "fr-FR",
            JavaScriptEnabled = false,
        });
        await bare.ClearCookiesAsync(new() { Name = Cultures.Cookie });
        var page = await bare.NewPageAsync();

        foreach (var path in sample.SignedInPages)
        {
            await page.GotoAsync(path);
            await Expect(page.Locator(".dr-noscript")).ToContainTextAsync("JavaScript est désactivé");
            await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        }

        await page.GotoAsync(sample.Draft);
        await Expect(page.Locator("[data-question]").First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-question] :is(input, textarea, button):enabled:not([readonly])")).ToHaveCountAsync(0);
    }

    private static async Task AssertNoFaultAsync(IPage page)
    {
        var faults = string.Join(Environment.NewLine, await Accessibility.FaultsAsync(page));
        Assert.True(faults.Length == 0, faults);
    }

    private async Task AssertAsync(VisitOptions options, Func<IPage, Task<IEnumerable<string>>> look)
    {
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
