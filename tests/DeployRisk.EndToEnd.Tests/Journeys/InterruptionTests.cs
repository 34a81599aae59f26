using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>What happens in the middle of answering: nothing that was shown as saved is lost, and the page goes on.</summary>
public sealed class InterruptionTests(DeployRiskApp app) : Journey(app)
{
    private const string Circuits = "**/_blazor/**";

    [Fact]
    public async Task WhatIsAnsweredOnADeadConnection_IsSavedOnceItIsBack()
    {
        var visit = await VisitAsync();
        var page = visit.Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "Dead line");
        await questionnaire.AnswerAsync("AVA-1", "3");
        visit.ExpectsLostConnection = true;

        // What is sent on it never arrives, and no other one can be had. (The browser's own "offline" keeps a processor busy while it lasts.)
        await page.EvaluateAsync("() => { window.dead = true; const send = WebSocket.prototype.send; WebSocket.prototype.send = function (data) { if (!window.dead) { send.call(this, data); } }; }");
        await page.RouteAsync(Circuits, route => route.AbortAsync());
        await questionnaire.Choice("AVA-2", "2").CheckAsync();
        await page.Locator("#other-availability").FillAsync("The lift");
        await page.Locator("#other-availability").BlurAsync();
        await Expect(page.Locator("html.dr-unheard .sofar .save[data-state=saved]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".sofar .save span")).ToBeHiddenAsync();
        await Expect(page.Locator("#dr-connection [data-when=lost]")).ToBeVisibleAsync();
        await page.EvaluateAsync("window.dead = false");
        await page.UnrouteAsync(Circuits);

        await Expect(page.Locator("#dr-connection [data-when=lost]")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await Expect(questionnaire.Question("AVA-2")).ToHaveAttributeAsync("data-answer", "2");
        await Expect(page.Locator(".sofar")).ToContainTextAsync("2 of");

        var other = await visit.NewTabAsync();
        await other.GotoAsync(page.Url);
        await Expect(other.Locator("#other-availability")).ToHaveValueAsync("The lift");
        await questionnaire.SavedAsync();
        await page.ReloadAsync();
        await Expect(questionnaire.Choice("AVA-2", "2")).ToBeCheckedAsync();
        await Expect(page.Locator("#other-availability")).ToHaveValueAsync("The lift");
    }

    [Fact]
    public async Task TextThatIsGivenBack_LeavesWhatSomebodyElseWroteMeanwhile()
    {
        var page = (await VisitAsync()).Page;
        await QuestionnairePage.StartAsync(page, "Given back");
        var other = page.Locator("#other-availability");
        await other.FillAsync("The cooling of the second room");
        await other.BlurAsync();
        await new QuestionnairePage(page).SavedAsync();

        // What the page keeps when it loses its server: the text, and what stood in the field when typing began.
        await page.EvaluateAsync(
            "() => sessionStorage.setItem('deployrisk.typed', JSON.stringify({ page: location.pathname, at: Date.now(), focused: null, fields: [['other-availability', { text: 'The lift', own: [''] }]] }))");
        await page.ReloadAsync();

        await Expect(other).ToHaveValueAsync("The cooling of the second room\n\nThe lift");
    }

    [Fact]
    public async Task LinkThatIsGivenBack_StandsBesideTheOneThatWasStored()
    {
        var page = (await VisitAsync()).Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "Link given back");
        await questionnaire.WriteNoteAsync("AVA-1", "Two reports", "https://example.org/one");

        await page.EvaluateAsync(
            "() => sessionStorage.setItem('deployrisk.typed', JSON.stringify({ page: location.pathname, at: Date.now(), focused: 'AVA-1-link-1', fields: [['AVA-1-link-0', { text: 'https://example.org/two', own: [''] }]] }))");
        await page.ReloadAsync();

        var links = questionnaire.Question("AVA-1").Locator("input[type=url]");
        await Expect(links).ToHaveCountAsync(2);
        await Expect(links.First).ToHaveValueAsync("https://example.org/one");
        await Expect(links.Last).ToHaveValueAsync("https://example.org/two");
        await questionnaire.SavedAsync();
        await page.ReloadAsync();
        await Expect(links).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task DrawingThatFails_SaysSoWithAReference_AndAReloadGoesOn()
    {
        var visit = await VisitAsync();
        var page = visit.Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "Translated");
        await questionnaire.AnswerAsync("AVA-1", "3");
        visit.ExpectsFailure = true;

        // As an extension of the browser does that patches what it must not.
        await page.EvaluateAsync("() => { Node.prototype.insertBefore = () => { throw new Error('patched'); }; }");
        await page.Locator("[data-next]").ClickAsync();

        var banner = page.GetByRole(AriaRole.Alert);
        await Expect(banner).ToContainTextAsync("Reload the page");
        Assert.Contains(await banner.Locator(".dr-reference").InnerTextAsync(), App.Server.Output, StringComparison.Ordinal);
        await banner.GetByRole(AriaRole.Link).ClickAsync();
        await questionnaire.ReadyAsync();
        await page.GotoAsync(questionnaire.AddressOf("availability"));
        await Expect(questionnaire.Choice("AVA-1", "3")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task ReloadAndBack_ShowEveryAnswerThatWasSaved()
    {
        var page = (await VisitAsync()).Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "Reloaded");
        await questionnaire.AnswerAsync("AVA-1", "4");
        await page.Locator("[data-next]").ClickAsync();
        await questionnaire.AnswerAsync("USR-3", "2");

        await Expect(questionnaire.Question("USR-3")).ToBeInViewportAsync();
        await page.ReloadAsync();
        await Expect(questionnaire.Choice("USR-3", "2")).ToBeCheckedAsync();
        await questionnaire.ReadyAsync();
        await page.GoBackAsync();
        await Expect(questionnaire.Choice("AVA-1", "4")).ToBeCheckedAsync();
        await page.GoForwardAsync();
        await Expect(questionnaire.Choice("USR-3", "2")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task OtherTab_ClosesByItselfOnceTheDraftIsSubmitted()
    {
        var visit = await VisitAsync();
        var questionnaire = await QuestionnairePage.StartAsync(visit.Page, "Stale");
        await questionnaire.AnswerAsync("AVA-1", "1");
        var other = await visit.NewTabAsync();
        await other.GotoAsync(visit.Page.Url);
        await new QuestionnairePage(other).SubmitWithRestUnknownAsync();

        await Expect(questionnaire.Final).ToContainTextAsync("Ada Martin");
        await Expect(questionnaire.Choice("AVA-1", "1")).ToBeCheckedAsync();
        await Expect(questionnaire.Choice("AVA-1", "4")).ToBeDisabledAsync();
        await questionnaire.Final.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(new ResultPage(visit.Page).Verdict).ToContainTextAsync("No-go");
    }

    [Fact]
    public async Task DoubleClick_OnSubmitAndCreate_DoesItOnce()
    {
        var page = (await VisitAsync()).Page;
        await page.GotoAsync("/products/new");
        await page.GetByLabel("Name").FillAsync("Clicked twice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).DblClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Clicked twice" })).ToBeVisibleAsync();
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("1.0.0");
        await page.GotoAsync(page.Url.Split('?')[0] + "/review");
        await page.Locator(".rest button.dr-button").ClickAsync();
        await page.Locator(".submit button:enabled").DblClickAsync();
        await new ResultPage(page).OpenedAsync();

        await page.GotoAsync("/products/clicked-twice");
        await Expect(page.Locator("table.history tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync("/products");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Clicked twice", Exact = true })).ToHaveCountAsync(1);
    }
}
