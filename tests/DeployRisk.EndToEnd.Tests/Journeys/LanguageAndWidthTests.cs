using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>The main journey in the other language and on a phone.</summary>
public sealed class LanguageAndWidthTests(DeployRiskApp app) : Journey(app)
{
    private const int Phone = 360;

    [Fact]
    public async Task French_LeadsToAFrenchResult()
    {
        var page = (await VisitAsync(new VisitOptions("fr-FR"))).Page;

        await page.GotoAsync("/products");
        await page.GetByRole(AriaRole.Link, new() { Name = "Créer un produit" }).First.ClickAsync();
        await page.GetByLabel("Nom").FillAsync("Paiements");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Commencer une évaluation" }).First.ClickAsync();
        await new ReleasePage(page).StartAsync("1.4.0", form: "short");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Disponibilité" })).ToBeVisibleAsync();
        await questionnaire.AnswerAsync("AVA-2", "0");
        await Expect(questionnaire.SaveState).ToContainTextAsync("Enregistré");
        await page.GetByRole(AriaRole.Link, new() { Name = "Relire et soumettre" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "je ne sais pas" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Soumettre", Exact = true }).ClickAsync();
        await new ResultPage(page).OpenedAsync();

        await Expect(new ResultPage(page).Verdict).ToHaveTextAsync("No-go pour 1.4.0");
        await Expect(new ResultPage(page).Section("Pourquoi")).ToContainTextAsync("AVA-2");
    }

    [Fact]
    public async Task AnotherLanguage_StaysInTheCategoryThatWasShown()
    {
        var page = (await VisitAsync()).Page;
        var questionnaire = await QuestionnairePage.StartAsync(page, "In two languages");
        foreach (var id in await page.Locator("[data-question]").EvaluateAllAsync<string[]>("all => all.map(question => question.id)"))
        {
            await questionnaire.AnswerAsync(id, "3");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Français" }).ClickAsync();

        await Expect(page.Locator("#category")).ToHaveTextAsync("Disponibilité");
    }

    [Fact]
    public async Task Phone_LeadsToAResultWithoutScrollingSideways()
    {
        var page = (await VisitAsync(new VisitOptions(Width: Phone))).Page;

        await new ProductPage(page).CreateAsync("Field app");
        await AssertFitsAsync(page);
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("2.0.0");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await questionnaire.AnswerAsync("AVA-1", "2");
        await questionnaire.WriteNoteAsync("AVA-1", new string('w', 400), "https://example.org/" + new string('x', 200));
        await AssertFitsAsync(page);
        await page.Locator(".strip summary").ClickAsync();
        await AssertFitsAsync(page);
        await questionnaire.SubmitWithRestUnknownAsync();
        await Expect(new ResultPage(page).Verdict).ToBeVisibleAsync();
        await AssertFitsAsync(page);
    }

    private static async Task AssertFitsAsync(IPage page) =>
        Assert.Equal(Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
}
