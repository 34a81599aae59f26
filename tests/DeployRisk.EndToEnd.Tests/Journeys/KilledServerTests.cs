using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>The server is killed in the middle of answering and comes back: nothing is lost, and the page goes on by itself.</summary>
public sealed class KilledServerTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task KilledServer_LosesNothingThatWasSaved_AndGivesBackTheTextThatWasBeingTyped()
    {
        var installation = await StartServerAsync();
        var (visit, typingVisit) = (await VisitAsync(installation, App.SignedIn), await VisitAsync(installation, App.SignedIn));
        var (page, typing) = (visit.Page, typingVisit.Page);
        var questionnaire = await QuestionnairePage.StartAsync(page, "Killed");
        await questionnaire.AnswerAsync("AVA-1", "3");
        await questionnaire.Question("AVA-2").Locator("summary").First.ClickAsync();
        var typed = await QuestionnairePage.StartAsync(typing, "Typing");
        var other = typing.Locator("#other-availability");
        await other.ClickAsync();
        await typing.Keyboard.TypeAsync("The coling");
        await typed.SavedAsync();
        visit.ExpectsLostConnection = typingVisit.ExpectsLostConnection = true;

        // What is said to be saved is so at this moment, and what is typed is not yet.
        await questionnaire.AnswerAsync("AVA-2", "unknown");
        await questionnaire.Question("AVA-2").Locator("textarea").FillAsync("Asked Grace");
        await questionnaire.SavedAsync();
        await typing.Keyboard.PressAsync("Control+a");
        await typing.Keyboard.TypeAsync("The cooling ");
        await typing.Locator("[data-unsaved=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await installation.KillAsync();
        await typing.Keyboard.TypeAsync("of the second room");
        await Expect(page.Locator("#dr-connection [data-when=lost]")).ToBeVisibleAsync();
        await installation.RestartAsync();

        await Expect(typing.Locator("#dr-connection [data-when=restored]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(other).ToHaveValueAsync("The cooling of the second room");
        await typed.SavedAsync();
        await typing.ReloadAsync();
        await Expect(other).ToHaveValueAsync("The cooling of the second room");

        await Expect(page.Locator("#dr-connection [data-when=lost]")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await questionnaire.ReadyAsync();
        await Expect(questionnaire.Choice("AVA-1", "3")).ToBeCheckedAsync();
        await Expect(questionnaire.Choice("AVA-2", "unknown")).ToBeCheckedAsync();
        await Expect(questionnaire.Question("AVA-2").Locator("textarea")).ToHaveValueAsync("Asked Grace");
        await questionnaire.AnswerAsync("AVA-3", "2");
        await page.ReloadAsync();
        await Expect(questionnaire.Choice("AVA-3", "2")).ToBeCheckedAsync();
    }
}
