using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>The main job on a PostgreSQL server: from a fresh database to the product's history.</summary>
public sealed class PostgreSqlTests(DeployRiskApp app, PostgreSqlInstallation installation) : Journey(app), IClassFixture<PostgreSqlInstallation>
{
    /// <summary>Counts the times at which a page that had its heading was without one.</summary>
    private const string CountBlinks = """
        window.blinks = 0;
        document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
            if (!document.querySelector('h1')) { window.blinks++; }
        }).observe(document.body, { childList: true, subtree: true }));
        """;

    [Fact]
    public async Task Assessment_OnPostgreSql_IsAnsweredSubmittedAndRemembered()
    {
        var page = await StartAsync("Ledger");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.AnswerAsync("AVA-1", "3");
        await questionnaire.WriteNoteAsync("AVA-1", "L’évidence — « vue »", "https://example.org/évidence");
        await page.ReloadAsync();
        await Expect(questionnaire.Choice("AVA-1", "3")).ToBeCheckedAsync();
        await questionnaire.SubmitWithRestUnknownAsync();
        await Expect(new ResultPage(page).Verdict).ToContainTextAsync("No-go");

        await page.GotoAsync("/products/ledger");
        await Expect(new ProductPage(page).Row("1.0.0")).ToContainTextAsync("No-go");
    }

    /// <summary>SQLite answers at once; a page that is drawn before the database has answered fails only here.</summary>
    [Fact]
    public async Task PagesOfAdministrators_WaitForTheDatabase()
    {
        var page = (await VisitAsync(installation.Server, installation.SignedIn)).Page;
        foreach (var path in new[] { "/admin/audit", "/admin/people", "/admin/people/invite", "/admin/products", "/account/security", "/account/two-step", "/account/password", "/sample" })
        {
            Assert.Equal(200, (await page.GotoAsync(path))!.Status);
            await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Page_BecomingLive_KeepsWhatItShowed()
    {
        var page = await StartAsync("Blinker");
        var questionnaire = new Uri(page.Url).AbsolutePath;
        await page.AddInitScriptAsync(CountBlinks);
        (string Address, string Live)[] pages =
        [
            ("/products/blinker/assessments/new", "form.release-form button[type=submit]:enabled"),
            ($"{questionnaire}/release", "form.release-form button[type=submit]:enabled"),
            (questionnaire, "[data-current] fieldset:enabled"),
            ($"{questionnaire}/review", ".rest button.dr-button:enabled"),
        ];

        foreach (var (address, live) in pages)
        {
            await page.GotoAsync(address);
            await page.Locator(live).First.WaitForAsync();
            Assert.True(await page.EvaluateAsync<int>("window.blinks") == 0, $"{address} was empty for a moment.");
        }
    }

    /// <summary>A product with a draft, and its questionnaire.</summary>
    private async Task<IPage> StartAsync(string product)
    {
        var page = (await VisitAsync(installation.Server, installation.SignedIn)).Page;
        await new ProductPage(page).CreateAsync(product);
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("1.0.0");
        await new QuestionnairePage(page).ReadyAsync();
        return page;
    }
}
