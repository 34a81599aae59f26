using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Pages;

internal sealed class QuestionnairePage(IPage page)
{
    /// <summary>The state of saving that is seen, of the two that the page has for its widths.</summary>
    public ILocator SaveState => page.Locator(".save:visible");

    /// <summary>The readiness so far that is seen.</summary>
    public ILocator SoFar => page.Locator(".sofar .readiness");

    /// <summary>The question that the keys answer.</summary>
    public ILocator Current => page.Locator("[data-question][data-current]");

    /// <summary>The notice over a questionnaire that can no longer be changed.</summary>
    public ILocator Final => page.Locator(".final");

    public ILocator Question(string id) => page.Locator($"[data-question='{id}']");

    public ILocator Choice(string id, string value) => Question(id).Locator($"input[type=radio][value='{value}']");

    /// <summary>A new product with a new assessment, open at its first question.</summary>
    public static async Task<QuestionnairePage> StartAsync(IPage page, string product)
    {
        await new ProductPage(page).CreateAsync(product);
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("1.0.0");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        return questionnaire;
    }

    /// <summary>The address of a category of this assessment.</summary>
    public string AddressOf(string category) => $"{page.Url.Split('?', '#')[0]}?category={category}";

    /// <summary>Waits until the page listens: what is rendered before that waits.</summary>
    public Task ReadyAsync() => Current.Locator("fieldset:enabled").WaitForAsync();

    /// <summary>Answers a question by its choice and waits until the answer is on disk.</summary>
    public async Task AnswerAsync(string id, string value)
    {
        await Choice(id, value).CheckAsync();
        await page.Locator($"[data-question='{id}'][data-answered=true]").WaitForAsync();
        await SavedAsync();
    }

    /// <summary>Says why a question does not apply, and waits until that and all that was entered before is on disk.</summary>
    public async Task GiveReasonAsync(string id, string reason)
    {
        await Question(id).Locator(".reason textarea").FillAsync(reason);
        await Question(id).Locator(".reason textarea").BlurAsync();
        await page.Locator($"[data-question='{id}'][data-answered=true]").WaitForAsync();
        await SavedAsync();
    }

    /// <summary>Opens the note of a question, writes it with one evidence link, and waits until both are on disk.</summary>
    public async Task WriteNoteAsync(string id, string note, string link)
    {
        await Question(id).Locator("[data-notes] > summary").ClickAsync();
        await Question(id).Locator("[data-notes] textarea").FillAsync(note);
        await Question(id).Locator("[data-notes] input").FillAsync(link);
        await Question(id).Locator("[data-notes] input").BlurAsync();
        await Assertions.Expect(Question(id).Locator("[data-notes] .filled")).ToBeVisibleAsync();
        await SavedAsync();
    }

    /// <summary>Waits until everything that was entered is on disk.</summary>
    public Task SavedAsync() => page.Locator("html:not(.dr-unheard) .save[data-state=saved]:visible").WaitForAsync();

    /// <summary>Marks the rest "I don't know" on the review page, submits, and waits for the result.</summary>
    public async Task SubmitWithRestUnknownAsync()
    {
        await page.GotoAsync(page.Url.Split('?', '#')[0] + "/review");
        await page.Locator(".rest button.dr-button").ClickAsync();
        await page.Locator(".submit button.dr-button-primary:enabled").ClickAsync();
        await new ResultPage(page).OpenedAsync();
    }
}
