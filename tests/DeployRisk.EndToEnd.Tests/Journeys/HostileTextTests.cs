using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>What a browser does with hostile text: nothing runs, nothing ends the page, and too much is told.</summary>
public sealed class HostileTextTests(DeployRiskApp app) : Journey(app)
{
    private const string Markup = "<script>window.hit=1</script>\"'><img src=x onerror=window.hit=2><svg onload=window.hit=3>{{7*7}}";

    [Fact]
    public async Task Markup_InEveryField_IsNeverRun()
    {
        var page = (await VisitAsync()).Page;
        await page.GotoAsync("/products/new");
        await page.GetByLabel("Name").FillAsync(Markup[..90]);
        await page.GetByLabel("Description").FillAsync(Markup);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await page.Locator("main h1").WaitForAsync();
        await AssertNothingRanAsync(page);

        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync(Markup[..90]);
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await questionnaire.WriteNoteAsync("AVA-2", Markup, "https://example.org/?" + Uri.EscapeDataString(Markup));
        await page.Locator("#other-availability").FillAsync(Markup);
        await questionnaire.Choice("AVA-1", "notApplicable").CheckAsync();
        await questionnaire.GiveReasonAsync("AVA-1", Markup);
        await page.ReloadAsync();
        await Expect(page.Locator("#other-availability")).ToHaveValueAsync(Markup);
        await AssertNothingRanAsync(page);

        await questionnaire.SubmitWithRestUnknownAsync();
        var result = new Uri(page.Url).AbsolutePath;
        foreach (var address in new[] { result, result.Replace("/result", "/report", StringComparison.Ordinal), result.Replace("/result", "/what-if", StringComparison.Ordinal), "/products", "/" })
        {
            await page.GotoAsync(address);
            await page.Locator("main h1").WaitForAsync();
            await AssertNothingRanAsync(page);
        }
    }

    [Fact]
    public async Task HalfACharacterAndControlCharacters_AreTakenAndThePageGoesOn()
    {
        var page = (await VisitAsync()).Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "Half a character");
        await questionnaire.Question("AVA-1").Locator("[data-notes] > summary").ClickAsync();
        var note = questionnaire.Question("AVA-1").Locator("[data-notes] textarea");

        await note.EvaluateAsync("field => { field.value = 'a\\ud83db\\u0001\\u202e\\u0000c'; field.dispatchEvent(new Event('input', { bubbles: true })); }");
        await note.BlurAsync();
        await questionnaire.SavedAsync();
        await questionnaire.AnswerAsync("AVA-2", "3");

        await page.ReloadAsync();
        await Expect(note).ToHaveValueAsync("a\uFFFDb\u0001\u202Ec");
        await Expect(questionnaire.Choice("AVA-2", "3")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task ListOfLinks_Pasted_IsSplit_AndTooManyAreRefusedAndStay()
    {
        var page = (await VisitAsync()).Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "Five hundred links");
        var question = questionnaire.Question("AVA-1");
        await question.Locator("[data-notes] > summary").ClickAsync();

        await PasteAsync(question.Locator(".links input").First, 500);
        await Expect(question.Locator(".refusal")).ToContainTextAsync("at most 20");
        await Expect(question.Locator(".links input")).ToHaveCountAsync(500);
        await Expect(question.Locator(".links input").Last).ToHaveValueAsync("https://example.org/evidence/500");

        var other = questionnaire.Question("AVA-2");
        await other.Locator("[data-notes] > summary").ClickAsync();
        await PasteAsync(other.Locator(".links input").First, 20);
        await Expect(other.Locator(".links input")).ToHaveCountAsync(20);
        await questionnaire.SavedAsync();
        await page.ReloadAsync();
        await Expect(questionnaire.Question("AVA-2").Locator(".links input")).ToHaveCountAsync(20);
        await Expect(question.Locator(".links input")).ToHaveCountAsync(1);
    }

    private static async Task PasteAsync(ILocator field, int links) => await field.EvaluateAsync(
        """
        (field, links) => {
          const clipboard = new DataTransfer();
          clipboard.setData('text', Array.from({ length: links }, (_, place) => `https://example.org/evidence/${place + 1}`).join('\r\n'));
          field.focus();
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
        }
        """,
        links);

    private static async Task AssertNothingRanAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("window.hit === undefined"), page.Url);
}
