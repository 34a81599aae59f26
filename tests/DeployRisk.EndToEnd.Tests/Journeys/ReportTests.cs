using System.Globalization;
using DeployRisk.EndToEnd.Tests.Pages;
using UglyToad.PdfPig;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>The report as it comes out of the printer.</summary>
public sealed class ReportTests(DeployRiskApp app) : Journey(app)
{
    private const double A4Width = 595;
    private const double A4Height = 842;

    [Fact]
    public async Task Report_Printed_IsA4WithPageNumbersAndEverythingThatLedToTheVerdict()
    {
        var page = (await VisitAsync()).Page;
        await new ProductPage(page).CreateAsync("Printed");
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("7.4.1");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await questionnaire.AnswerAsync("AVA-1", "3");
        await questionnaire.WriteNoteAsync("AVA-1", "The dashboard of May shows it", "https://example.org/evidence/may");
        await questionnaire.SubmitWithRestUnknownAsync();
        var asked = await page.Locator("section.answers li[id]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)");
        await page.GotoAsync(page.Url.Replace("/result", "/report", StringComparison.Ordinal));
        await page.Locator("h1").WaitForAsync();
        await page.EvaluateAsync("() => { window.print = () => document.title = 'Sent to the printer'; }");
        await page.Locator("[data-print]").ClickAsync();
        Assert.Equal("Sent to the printer", await page.TitleAsync());

        using var report = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        var pages = report.GetPages().Select(printed => (printed.Width, printed.Height, Words: printed.GetWords().Select(word => word.Text).ToList())).ToList();

        Assert.InRange(pages.Count, 4, 20);
        Assert.All(pages, printed => Assert.Equal((A4Width, A4Height), (Math.Round(printed.Width), Math.Round(printed.Height))));
        Assert.All(pages.Index(), printed => Assert.Contains($"{printed.Index + 1} / {pages.Count}", string.Join(' ', printed.Item.Words), StringComparison.Ordinal));
        Assert.All(pages, printed => Assert.Contains("DeployRisk · Printed 7.4.1", string.Join(' ', printed.Words), StringComparison.Ordinal));
        var text = string.Join(' ', pages.SelectMany(printed => printed.Words));
        Assert.True(asked.Length > 40, asked.Length.ToString(CultureInfo.InvariantCulture));
        Assert.All(asked, id => Assert.Contains(id, text, StringComparison.Ordinal));
        Assert.All(
            ["Printed 7.4.1", "No-go", "Ada Martin", "The dashboard of May shows it", "https://example.org/evidence/may", "deployment-readiness"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }
}
