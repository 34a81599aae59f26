using DeployRisk.EndToEnd.Tests.Pages;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>Pages in other states than as they come: with faults, with something open, without script.</summary>
public sealed class StatesOfPagesTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task StatesOfAPage_HaveNoAccessibilityFault()
    {
        var sample = await App.SampleAsync();
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
        var sample = await App.SampleAsync();
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
}
