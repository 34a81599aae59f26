using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>From the first start to the history of two releases, without a mouse.</summary>
public sealed class MainJourneyTests(DeployRiskApp app) : Journey(app)
{
    private const string Note = "Nobody has asked the provider yet";

    [Fact]
    public async Task KeyboardAlone_LeadsFromSetUpToTheHistoryOfTwoReleases()
    {
        var page = (await VisitAsync(await StartEmptyServerAsync(), cookies: null)).Page;

        await SetUpAsync(page);
        await CreateProductAsync(page);
        await StartAssessmentAsync(page, "1.4.0");
        await AnswerAsync(page);
        await SubmitAsync(page);
        await ReadResultAsync(page);

        await page.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "All releases of Payments API" }));
        await StartNextAssessmentAsync(page);
        await SubmitAsync(page);
        await Expect(new ResultPage(page).Section("Since last time")).ToContainTextAsync("1.4.0");

        await page.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "All releases of Payments API" }));
        var product = new ProductPage(page);
        await Expect(product.Row("1.4.0")).ToContainTextAsync("No-go");
        await Expect(product.Row("1.5.0")).ToContainTextAsync("No-go");
        await Expect(product.ReadinessChart.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
    }

    private static async Task SetUpAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.TypeIntoAsync(page.GetByLabel("Organisation", new() { Exact = true }), "Example Ltd");
        await page.TypeIntoAsync(page.GetByLabel("Your name"), "Ada Martin");
        await page.TypeIntoAsync(page.GetByLabel("E-mail address"), SetUpPage.Email);
        await page.TypeIntoAsync(page.GetByLabel("Password", new() { Exact = true }), SetUpPage.Password);
        await page.TypeIntoAsync(page.GetByLabel("Password, once more"), SetUpPage.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
    }

    private static async Task CreateProductAsync(IPage page)
    {
        await page.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Create a product" }).First);
        await page.TypeIntoAsync(page.GetByLabel("Name"), "Payments API");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Payments API" })).ToBeVisibleAsync();
    }

    private static async Task StartAssessmentAsync(IPage page, string release)
    {
        await page.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Start an assessment" }).First);
        var form = new ReleasePage(page);
        await Expect(form.Name).ToBeEnabledAsync();
        await page.TypeIntoAsync(form.Name, release);
        await page.TypeIntoAsync(form.PlannedOn, "12122030");
        await DescribeAsync(page, form, ReleasePage.LevelQuestions);
        await page.PressAsync(form.Start);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = release })).ToBeVisibleAsync();
    }

    private static async Task DescribeAsync(IPage page, ReleasePage form, IReadOnlyList<string> questions)
    {
        foreach (var question in questions)
        {
            await page.ChooseAsync(page.Locator($"#{question} input"), form.Context(question, "3"));
        }

        await page.TabToAsync(form.Context("CTX-9", "money"));
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync(form.Context("CTX-10", "ownData"));
        await page.Keyboard.PressAsync("Space");
    }

    private static async Task AnswerAsync(IPage page)
    {
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        var before = await questionnaire.SoFar.InnerTextAsync();

        await page.Keyboard.PressAsync("3");
        await Expect(questionnaire.Choice("AVA-1", "3")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("0");
        await Expect(questionnaire.Choice("AVA-2", "0")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("u");
        await Expect(questionnaire.Choice("AVA-3", "unknown")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.TypeAsync(Note);
        await questionnaire.SavedAsync();
        await Expect(questionnaire.Question("AVA-3").Locator("textarea")).ToHaveValueAsync(Note);
        await Expect(questionnaire.Question("AVA-3").Locator("textarea")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("k");
        await Expect(questionnaire.Question("AVA-2")).ToHaveAttributeAsync("data-current", "");

        await Expect(questionnaire.SoFar).Not.ToHaveTextAsync(before);
    }

    private static async Task SubmitAsync(IPage page)
    {
        await page.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Review and submit" }).First);
        var rest = page.GetByRole(AriaRole.Button, new() { Name = "Mark the rest" });
        await Expect(rest).ToBeEnabledAsync();
        await page.PressAsync(rest);
        var submit = page.GetByRole(AriaRole.Button, new() { Name = "Submit", Exact = true });
        await Expect(submit).ToBeEnabledAsync();
        await page.PressAsync(submit);
        await new ResultPage(page).OpenedAsync();
    }

    private static async Task ReadResultAsync(IPage page)
    {
        var result = new ResultPage(page);
        await Expect(result.Verdict).ToContainTextAsync("No-go");
        await Expect(result.Section("Why")).ToContainTextAsync("AVA-2");
        await Expect(result.Section("The ten categories").GetByRole(AriaRole.Row)).ToHaveCountAsync(11);
    }

    private static async Task StartNextAssessmentAsync(IPage page)
    {
        await page.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Start an assessment" }).First);
        var form = new ReleasePage(page);
        await Expect(form.Name).ToBeEnabledAsync();
        await page.TypeIntoAsync(form.Name, "1.5.0");
        await page.TypeIntoAsync(form.PlannedOn, "01012031");
        await Expect(form.Context("CTX-1", "3")).ToBeCheckedAsync();
        await DescribeAsync(page, form, ["CTX-5", "CTX-6", "CTX-8"]);
        await page.PressAsync(form.Start);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1.5.0" })).ToBeVisibleAsync();
        await new QuestionnairePage(page).ReadyAsync();
        await page.Keyboard.PressAsync("4");
        await new QuestionnairePage(page).SavedAsync();
    }
}
