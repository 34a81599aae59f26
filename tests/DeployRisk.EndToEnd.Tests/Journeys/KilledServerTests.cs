using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>The server is killed in the middle of answering and comes back: nothing is lost, and the page goes on by itself.</summary>
public sealed class KilledServerTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task KilledServer_LosesNothingThatWasSaved()
    {
        var installation = await StartServerAsync();
        var visit = await VisitAsync(installation, App.SignedIn);
        var page = visit.Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "Killed");
        await questionnaire.AnswerAsync("AVA-1", "3");
        await questionnaire.AnswerAsync("AVA-2", "unknown");
        await questionnaire.Question("AVA-2").Locator("summary").First.ClickAsync();
        await questionnaire.Question("AVA-2").Locator("textarea").FillAsync("Asked Grace");
        await questionnaire.SavedAsync();
        visit.ExpectsLostConnection = true;

        await installation.KillAsync();
        await Expect(page.Locator("#dr-connection [data-when=lost]")).ToBeVisibleAsync();
        await installation.RestartAsync();

        await Expect(page.Locator("#dr-connection [data-when=lost]")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await questionnaire.ReadyAsync();
        await Expect(questionnaire.Choice("AVA-1", "3")).ToBeCheckedAsync();
        await Expect(questionnaire.Choice("AVA-2", "unknown")).ToBeCheckedAsync();
        await Expect(questionnaire.Question("AVA-2").Locator("textarea")).ToHaveValueAsync("Asked Grace");
        await questionnaire.AnswerAsync("AVA-3", "2");
        await page.ReloadAsync();
        await Expect(questionnaire.Choice("AVA-3", "2")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task KilledServer_GivesBackTheTextThatWasBeingTyped()
    {
        var installation = await StartServerAsync();
        var visit = await VisitAsync(installation, App.SignedIn);
        var page = visit.Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "Typing");
        var other = page.Locator("#other-availability");
        visit.ExpectsLostConnection = true;

        await other.ClickAsync();
        await page.Keyboard.TypeAsync("The coling");
        await questionnaire.SavedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("The cooling ");
        await page.Locator("[data-unsaved=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await installation.KillAsync();
        await page.Keyboard.TypeAsync("of the second room");
        await installation.RestartAsync();
        await Expect(page.Locator("#dr-connection [data-when=restored]")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await Expect(other).ToHaveValueAsync("The cooling of the second room");
        await questionnaire.SavedAsync();
        await page.ReloadAsync();
        await Expect(other).ToHaveValueAsync("The cooling of the second room");
    }
}
