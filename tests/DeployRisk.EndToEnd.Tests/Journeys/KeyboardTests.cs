using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>What the single keys of the questionnaire do at its edges.</summary>
public sealed class KeyboardTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task PastTheLastQuestion_ADigitAnswersNothing_AndTheWayBackLeadsToIt()
    {
        var (page, questionnaire) = await StartAsync("By keys");
        var questions = page.Locator("[data-question]");

        for (var question = await questions.CountAsync(); question > 0; question--)
        {
            await page.Keyboard.PressAsync("j");
        }

        var onward = page.Locator("[data-next]");
        await Expect(onward).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("3");
        await Expect(onward).ToBeFocusedAsync();
        await Expect(questionnaire.Current).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("k");
        await Expect(questions.Last).ToHaveAttributeAsync("data-current", "");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator("[data-question][data-answered=true]")).ToHaveCountAsync(1);
        await Expect(questions.Last).ToHaveAttributeAsync("data-answer", "2");
    }

    [Fact]
    public async Task Escape_LeadsFromEveryPartOfTheNotesBackToTheQuestion()
    {
        var (page, questionnaire) = await StartAsync("By escape");
        await page.Keyboard.PressAsync("e");

        await page.TabToAsync(questionnaire.Question("AVA-1").Locator("[data-notes] .remove"));
        await page.Keyboard.PressAsync("Escape");

        await Expect(questionnaire.Question("AVA-1").Locator("input[type=radio]").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Focus_StaysNearAControlThatGoes()
    {
        var (page, questionnaire) = await StartAsync("By focus");
        var question = questionnaire.Question("AVA-1");
        await page.Keyboard.PressAsync("3");
        await page.PressAsync(question.Locator(".clear"));
        await Expect(question).ToHaveAttributeAsync("data-answered", "false");
        await Expect(question.Locator("input[type=radio]:focus")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("e");
        await page.PressAsync(question.Locator("[data-notes] .remove"));
        await Expect(question.Locator("[data-notes] :is(.add, input):focus")).ToHaveCountAsync(1);

        await page.GotoAsync(page.Url.Split('?', '#')[0] + "/review");
        await page.PressAsync(page.Locator(".rest button.dr-button"));
        await page.Locator(".submit button.dr-button-primary:enabled").WaitForAsync();
        await Expect(page.Locator("main :focus")).ToHaveCountAsync(1);

        await page.PressAsync(page.Locator(".submit button.dr-button-primary"));
        await new ResultPage(page).OpenedAsync();
        await page.GotoAsync(page.Url.Replace("/result", "/what-if?set=AVA-1:4,AVA-2:4", StringComparison.Ordinal));
        await page.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Take back AVA-1" }));
        await Expect(page.Locator(".changes li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".changes :focus")).ToHaveCountAsync(1);
    }

    private async Task<(IPage Page, QuestionnairePage Questionnaire)> StartAsync(string product)
    {
        var page = (await VisitAsync()).Page;
        return (page, await QuestionnairePage.StartAsync(page, product));
    }
}
