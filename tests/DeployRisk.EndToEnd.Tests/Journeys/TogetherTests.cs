using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>Two people of the demo, two browsers, one draft.</summary>
public sealed class TogetherTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task TwoBrowsers_SeeEachOthersAnswersAndPlaces()
    {
        var (first, second) = await OpenTwiceAsync(product: 0);

        await Expect(first.Page.Locator(".together")).ToContainTextAsync(second.Name);
        await Expect(second.Page.Locator(".together")).ToContainTextAsync(first.Name);

        await first.Page.Keyboard.PressAsync("3");
        await Expect(second.Questions.Choice("AVA-1", "3")).ToBeCheckedAsync();
        await Expect(second.Questions.Question("AVA-1")).ToContainTextAsync($"Answered by {first.Name}");

        await second.Page.Keyboard.PressAsync("j");
        await Expect(first.Questions.Question("AVA-2")).ToContainTextAsync($"{second.Name} here");

        await second.Questions.AnswerAsync("AVA-1", "1");
        await Expect(first.Questions.Question("AVA-1")).ToContainTextAsync($"{second.Name} answered just after you");
        await Expect(second.Questions.Question("AVA-1")).ToContainTextAsync($"{first.Name} had just answered level 3");
        await Expect(first.Questions.Choice("AVA-1", "1")).ToBeCheckedAsync();

        await second.Page.CloseAsync();
        await Expect(first.Page.Locator(".together")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TwoBrowsers_WritingOneNote_KeepBothTexts()
    {
        const string Mine = "The backup was restored in May";
        const string Theirs = "Nobody has restored it since the move";
        var (first, second) = await OpenTwiceAsync(product: 1);
        foreach (var person in new[] { first, second })
        {
            await person.Questions.Question("AVA-1").Locator("[data-notes] > summary").ClickAsync();
        }

        await Task.WhenAll(first.Note.PressSequentiallyAsync(Mine), second.Note.PressSequentiallyAsync(Theirs));
        await Task.WhenAll(first.Note.BlurAsync(), second.Note.BlurAsync());

        var kept = first.Questions.Question("AVA-1").Locator(".earlier blockquote");
        await Expect(kept).ToHaveCountAsync(1);
        await Expect(second.Questions.Question("AVA-1").Locator(".earlier blockquote")).ToHaveCountAsync(1);
        var both = $"{await kept.InnerTextAsync()} {await first.Note.InputValueAsync()}";
        Assert.Contains(Mine, both, StringComparison.Ordinal);
        Assert.Contains(Theirs, both, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyTabsOfOnePerson_AllShowAnAnswer_AndCountAsOnePerson()
    {
        const int Windows = 5;
        const int Tabs = 10;
        var (first, second) = await OpenTwiceAsync(product: 2);

        // Each window opens its tabs itself, and may look into them: they share a process, and the test puts nothing of its own into each. Small ones: drawing them is not looked at here.
        var windows = new List<IPage> { first.Page };
        while (windows.Count < Windows)
        {
            windows.Add(await first.Visit.NewTabAsync());
            await windows[^1].GotoAsync(first.Page.Url);
        }

        foreach (var window in windows)
        {
            await window.EvaluateAsync($"() => {{ window.tabs = [window]; while (window.tabs.length < {Tabs}) {{ window.tabs.push(window.open(location.href, '', 'popup,width=360,height=200')); }} }}");
            await WaitForEachTabAsync(window, "[data-current] fieldset:enabled");
        }

        await first.Questions.AnswerAsync("AVA-2", "4");

        await Task.WhenAll(windows.Select(window => WaitForEachTabAsync(window, "[data-question='AVA-2'] input[value='4']:checked")));
        await Expect(second.Questions.Choice("AVA-2", "4")).ToBeCheckedAsync();
        await Expect(second.Page.Locator(".together > :not(.dr-visually-hidden, .words)")).ToHaveCountAsync(1);
        await Expect(first.Page.Locator(".together > :not(.dr-visually-hidden, .words)")).ToHaveCountAsync(1);

        static Task WaitForEachTabAsync(IPage window, string selector) =>
            window.WaitForFunctionAsync("selector => window.tabs.every(tab => tab.document.querySelector(selector))", selector, new() { PollingInterval = 200 });
    }

    [Fact]
    public async Task AnswersOfTheLastRelease_AreCopiedAndConfirmedByKey_OnAzertyToo()
    {
        var person = await SignInAsync(0);
        await StartAsync(person.Page, product: 3);
        await person.Questions.ReadyAsync();
        await person.Page.PressAsync(person.Page.Locator(".copied button"));
        var copied = person.Page.Locator("[data-question]:has([data-confirm])");
        await Expect(copied.First).ToBeVisibleAsync();
        await Expect(person.Page.Locator("main :focus")).ToHaveCountAsync(1);
        var waiting = await copied.CountAsync();
        await Expect(person.Questions.SoFar).ToContainTextAsync("Answer the first question");

        await copied.First.Locator("input[type=radio]").First.FocusAsync();
        await person.Page.Keyboard.PressAsync("c");
        await Expect(copied).ToHaveCountAsync(waiting - 1);
        await Expect(person.Page.Locator("[data-question] input:checked")).ToBeFocusedAsync();
        await person.Questions.SavedAsync();

        // On AZERTY the key of 3 gives a quotation mark, and the digit only with Shift.
        await copied.First.Locator("input[type=radio]").First.FocusAsync();
        await person.Page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit3', key: '\"', bubbles: true, cancelable: true }))");
        await Expect(copied).ToHaveCountAsync(waiting - 2);

        await person.Page.Locator(".copied > button").First.ClickAsync();
        await Expect(copied).ToHaveCountAsync(0);
        await Expect(person.Page.Locator("[data-question][data-answered=true]")).ToHaveCountAsync(waiting);
    }

    private static async Task StartAsync(IPage page, int product)
    {
        await page.GotoAsync("/products");
        await page.Locator("tbody th a").Nth(product).ClickAsync();
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("2030.1");
    }

    private async Task<(Person First, Person Second)> OpenTwiceAsync(int product)
    {
        var first = await SignInAsync(0);
        await StartAsync(first.Page, product);
        await first.Questions.ReadyAsync();
        var second = await SignInAsync(1);
        await second.Page.GotoAsync(first.Page.Url);
        await second.Questions.ReadyAsync();
        return (first, second);
    }

    private async Task<Person> SignInAsync(int place)
    {
        var visit = await VisitAsync(await App.DemoAsync("en"), null);
        var page = visit.Page;
        await page.GotoAsync("/account/sign-in");
        var button = page.Locator("button.person").Nth(place);
        var name = await button.Locator(".name").InnerTextAsync();
        await button.ClickAsync();
        await page.Locator("main h1").WaitForAsync();
        return new Person(name, visit);
    }

    private sealed record Person(string Name, Visit Visit)
    {
        public IPage Page => Visit.Page;

        public QuestionnairePage Questions { get; } = new(Visit.Page);

        public ILocator Note => Questions.Question("AVA-1").Locator("[data-notes] textarea");
    }
}
