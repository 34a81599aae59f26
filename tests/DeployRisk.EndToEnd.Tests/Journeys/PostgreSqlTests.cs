using DeployRisk.EndToEnd.Tests.Pages;
using DeployRisk.TestKit.Databases;
using DeployRisk.TestKit.Servers;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>The main job on a PostgreSQL server: from a fresh database to the product's history.</summary>
public sealed class PostgreSqlTests(DeployRiskApp app) : Journey(app)
{
    private AppProcess? _installation;

    /// <summary>The visits end first: a page whose server has gone complains.</summary>
    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            if (_installation is not null)
            {
                await _installation.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Assessment_OnPostgreSql_IsAnsweredSubmittedAndRemembered()
    {
        var server = await PostgreSqlServer.Running;
        _installation = await AppProcess.StartAsync(
            "--DeployRisk:Database:Provider=PostgreSql", $"--DeployRisk:Database:ConnectionString={await server.CreateAsync()}");
        var page = (await VisitAsync(_installation.Address, await App.SetUpAsync(_installation.Address))).Page;
        await new ProductPage(page).CreateAsync("Ledger");
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("1.0.0");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await questionnaire.AnswerAsync("AVA-1", "3");
        await questionnaire.WriteNoteAsync("AVA-1", "L’évidence — « vue »", "https://example.org/évidence");
        await page.ReloadAsync();
        await Expect(questionnaire.Choice("AVA-1", "3")).ToBeCheckedAsync();
        await questionnaire.SubmitWithRestUnknownAsync();
        await Expect(new ResultPage(page).Verdict).ToContainTextAsync("No-go");

        await page.GotoAsync("/products/ledger");
        await Expect(new ProductPage(page).Row("1.0.0")).ToContainTextAsync("No-go");
    }
}
