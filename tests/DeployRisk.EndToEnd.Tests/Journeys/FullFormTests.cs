using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>A release as a team would answer for it, from the first question to the last.</summary>
public sealed class FullFormTests(DeployRiskApp app) : Journey(app)
{
    private const string Otherwise = "3";
    private static readonly string[] Levels = ["3", "2", "2", "3", "2", "2", "1", "1"];

    private static readonly Dictionary<string, string> Weak = new(StringComparer.Ordinal)
    {
        ["AVA-2"] = "1",
        ["STR-1"] = "1",
        ["TST-3"] = "1",
        ["CST-1"] = "2",
        ["SEC-2"] = "2",
        ["UNC-2"] = "2",
        ["ORG-3"] = "unknown",
        ["USR-3"] = "4",
    };

    [Fact]
    public async Task FullForm_AnsweredByMouse_LeadsToTheResultThatFollows()
    {
        var page = (await VisitAsync()).Page;
        await new ProductPage(page).CreateAsync("Payments API");
        await new ProductPage(page).StartAssessmentAsync();
        await StartAsync(page);
        await AnswerAsync(page);
        await page.Locator(".submit button:enabled").ClickAsync();
        await new ResultPage(page).OpenedAsync();

        var result = new ResultPage(page);
        await Expect(result.Verdict).ToContainTextAsync("No-go");
        await Expect(result.Section("Open gates").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(result.Section("Shortest path to Go").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
    }

    private static async Task StartAsync(IPage page)
    {
        var form = new ReleasePage(page);
        await form.Name.FillAsync("2.4.0");
        await form.PlannedOn.FillAsync("2026-12-01");
        foreach (var (index, level) in Levels.Index())
        {
            await form.Context(ReleasePage.LevelQuestions[index], level).CheckAsync();
        }

        await form.Context("CTX-9", "money").CheckAsync();
        await form.Context("CTX-9", "data").CheckAsync();
        await form.Context("CTX-10", "ownData").CheckAsync();
        await form.Start.ClickAsync();
        await page.Locator(".question").First.WaitForAsync();
    }

    private static async Task AnswerAsync(IPage page)
    {
        var questionnaire = new QuestionnairePage(page);
        while (page.Url.Contains("/review", StringComparison.Ordinal) is false)
        {
            await questionnaire.ReadyAsync();
            foreach (var id in await page.Locator("[data-question]").EvaluateAllAsync<string[]>("all => all.map(question => question.dataset.question)"))
            {
                await questionnaire.AnswerAsync(id, Weak.GetValueOrDefault(id, Otherwise));
            }

            var category = await page.Locator("#category").InnerTextAsync();
            await page.Locator("[data-next]").ClickAsync();
            await page.WaitForFunctionAsync("before => document.getElementById('category')?.innerText !== before", category);
        }
    }
}
