using DeployRisk.EndToEnd.Tests.Pages;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>What the single keys of the questionnaire do at its edges.</summary>
public sealed class KeyboardTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task PastTheLastQuestion_ADigitAnswersNothing_AndTheWayBackLeadsToIt()
    {
        var page = (await VisitAsync()).Page;
        await new ProductPage(page).CreateAsync("By keys");
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("1.0.0");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
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
        var page = (await VisitAsync()).Page;
        await new ProductPage(page).CreateAsync("By escape");
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("1.0.0");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await page.Keyboard.PressAsync("e");

        await page.TabToAsync(questionnaire.Question("AVA-1").Locator("[data-notes] .remove"));
        await page.Keyboard.PressAsync("Escape");

        await Expect(questionnaire.Question("AVA-1").Locator("input[type=radio]").First).ToBeFocusedAsync();
    }
}
