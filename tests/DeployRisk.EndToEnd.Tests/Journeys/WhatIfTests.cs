using System.Text.RegularExpressions;
using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>Other answers beside a result: the verdict moves at once, the address holds them, nothing is stored.</summary>
public sealed class WhatIfTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task ShortestPath_TriedFromTheResult_IsGoAndNothingIsStored()
    {
        var page = (await VisitAsync()).Page;
        await SubmitAsync(page, "Tried");
        await page.GetByRole(AriaRole.Link, new() { Name = "Try this path" }).ClickAsync();

        var verdicts = page.Locator(".verdicts .card");
        await Expect(verdicts.First).ToContainTextAsync("No-go");
        await Expect(verdicts.Last.Locator(".dr-verdict")).ToHaveTextAsync("Go");

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the result" }).ClickAsync();
        await Expect(new ResultPage(page).Verdict).ToContainTextAsync("No-go");
    }

    [Fact]
    public async Task Address_HoldsWhatIsTried_AndTheBackButtonTakesItBack()
    {
        var page = (await VisitAsync()).Page;
        await SubmitAsync(page, "Tried by address");
        await page.GotoAsync(page.Url.Replace("/result", "/what-if?set=AVA-2:4,XYZ-1:3", StringComparison.Ordinal));
        var tried = page.Locator(".changes li");
        await Expect(page.GetByText("Not understood in the address, and left out: XYZ-1:3")).ToBeVisibleAsync();
        await Expect(tried).ToHaveCountAsync(1);

        await Choice(page, "0").CheckAsync();
        await Expect(tried).ToHaveCountAsync(2);
        Assert.EndsWith("?set=AVA-1:0,AVA-2:4", page.Url, StringComparison.Ordinal);

        await page.GoBackAsync();
        await Expect(tried).ToHaveCountAsync(1);
        await Expect(Choice(page, "3")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back AVA-2" }).ClickAsync();
        await Expect(tried).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Filter_StandsInTheAddress_AndStaysWhileAnswersAreTried()
    {
        var page = (await VisitAsync()).Page;
        await SubmitAsync(page, "Tried by filter");
        await page.GotoAsync(page.Url.Replace("/result", "/what-if?show=changed", StringComparison.Ordinal));
        var answers = page.Locator(".answer");
        await Expect(page.GetByText("No question is like that.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Below the top" }).ClickAsync();
        await Choice(page, "4").CheckAsync();
        await Expect(page.Locator(".changes li")).ToHaveCountAsync(1);
        Assert.EndsWith("?set=AVA-1:4&show=belowTop", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Changed" }).ClickAsync();
        await Expect(answers).ToHaveCountAsync(1);
        await Expect(answers.First).ToContainTextAsync("AVA-1");

        // Taken back, it is still there to try another on.
        await Choice(page, "3").CheckAsync();
        await Expect(page.Locator(".changes li")).ToHaveCountAsync(0);
        await Expect(answers).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task TwoAnswersAtOnce_AreBothTried()
    {
        var page = (await VisitAsync()).Page;
        await SubmitAsync(page, "Tried at once");
        await page.GotoAsync(page.Url.Replace("/result", "/what-if", StringComparison.Ordinal));
        await Choice(page, "3").WaitForAsync();

        await page.EvaluateAsync("() => { for (const id of ['AVA-1', 'AVA-2', 'AVA-3']) { document.querySelector(`#${id} input[value='2']`).click(); } }");

        await Expect(page.Locator(".changes li")).ToHaveCountAsync(3);
        await Expect(page).ToHaveURLAsync(new Regex("set=AVA-1:2,AVA-2:2,AVA-3:2$"));
    }

    private static ILocator Choice(IPage page, string value) => page.Locator($"#AVA-1:enabled input[value='{value}']");

    private static async Task SubmitAsync(IPage page, string product)
    {
        await new ProductPage(page).CreateAsync(product);
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("1.0.0");
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await questionnaire.AnswerAsync("AVA-1", "3");
        await questionnaire.SubmitWithRestUnknownAsync();
    }
}
