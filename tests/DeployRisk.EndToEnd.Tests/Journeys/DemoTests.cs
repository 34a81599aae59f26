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
        var page = (await VisitAsync(await App.DemoAsync("en"), null)).Page;
        var main = page.Locator("main");

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in as Sophie Lambert" }).ClickAsync();
        await Expect(page.GetByText("This is a demo")).ToBeVisibleAsync();
        await Expect(main.GetByRole(AriaRole.Link, new() { NameRegex = DraftOfTheApp() }).First).ToBeVisibleAsync();
        await Expect(main).ToContainTextAsync("Meter gateway firmware");

        await page.GotoAsync("/products");
        // The sixth is restricted, and Sophie is no member of it.
        await Expect(main.Locator("tbody tr")).ToHaveCountAsync(5);
        await Expect(main.Locator("tbody .dr-verdict")).ToHaveCountAsync(5);

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

    [GeneratedRegex("Traveller app 1\\.3")]
    private static partial Regex DraftOfTheApp();
}
