using System.Text.RegularExpressions;
using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>A demo as somebody meets it who has just heard of DeployRisk.</summary>
public sealed partial class DemoTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task Demo_SomebodySignsInWithOneClick_AndEveryPageHasSomethingTrueInIt()
    {
        var page = (await VisitDemoAsync("en", new VisitOptions())).Page;
        var main = page.Locator("main");

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in as Sophie Lambert" }).ClickAsync();
        await Expect(page.GetByText("This is a demo")).ToBeVisibleAsync();
        await Expect(main.GetByRole(AriaRole.Link, new() { NameRegex = DraftOfTheApp() }).First).ToBeVisibleAsync();
        await Expect(main).ToContainTextAsync("Meter gateway firmware");

        await page.GotoAsync("/products");
        await Expect(main.Locator("tbody tr")).ToHaveCountAsync(6);
        await Expect(main.Locator("tbody .dr-verdict")).ToHaveCountAsync(6);

        await main.GetByRole(AriaRole.Link, new() { Name = "Citizen services portal", Exact = true }).ClickAsync();
        await Expect(new ProductPage(page).ReadinessChart.First).ToBeVisibleAsync();
        await new ProductPage(page).Row("One account").GetByRole(AriaRole.Link, new() { Name = "One account", Exact = true }).ClickAsync();
        await Expect(new ResultPage(page).Verdict).ToContainTextAsync("No-go");
        await Expect(new ResultPage(page).Section("Open gates").GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        await Expect(main).ToContainTextAsync("Enrolment and the new sign-in in one week");

        await page.GotoAsync("/products/traveller-app");
        await main.GetByRole(AriaRole.Link, new() { Name = "1.3", Exact = true }).ClickAsync();
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await page.GotoAsync(questionnaire.AddressOf("availability"));
        await questionnaire.ReadyAsync();
        await Expect(page.Locator("[data-question][data-answered=true]").First).ToBeVisibleAsync();
        await questionnaire.AnswerAsync("AVA-1", "4");
        await questionnaire.SubmitWithRestUnknownAsync();
        await Expect(new ResultPage(page).Verdict).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en", "en-GB", 1280, false)]
    [InlineData("fr", "fr-FR", 360, true)]
    public async Task Demo_EveryPage_FitsAndHasNoAccessibilityFault(string language, string locale, int width, bool dark)
    {
        var page = (await VisitDemoAsync(language, new VisitOptions(locale, width, dark))).Page;
        await page.GotoAsync("/account/sign-in");
        Assert.Empty(await FaultsAsync(page, width));
        await page.Locator("button.person").Nth(1).ClickAsync();
        var faults = new List<string>(await FaultsAsync(page, width));
        foreach (var path in await PathsAsync(page))
        {
            await page.GotoAsync(path);
            await page.Locator("main:not(:has(fieldset:disabled))").WaitForAsync();
            faults.AddRange((await FaultsAsync(page, width)).Select(fault => $"{path}: {fault}"));
        }

        Assert.Empty(faults);
    }

    private async Task<Visit> VisitDemoAsync(string language, VisitOptions options) =>
        await VisitAsync(await App.DemoAsync(language), null, options);

    /// <summary>The list, every product, and the latest assessment of each, found by their links.</summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(IPage page)
    {
        await page.GotoAsync("/products");
        var paths = new List<string> { "/products", "/sample" };
        foreach (var product in await LinksAsync(page, "main tbody th a"))
        {
            paths.Add(product);
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

    [GeneratedRegex("Traveller app 1\\.3")]
    private static partial Regex DraftOfTheApp();
}
