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
        var sample = await App.SampleAsync();
        var page = (await VisitAsync()).Page;
        await page.GotoAsync(sample.Result);
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
        var page = await TryAsync("?set=AVA-2:4,XYZ-1:3");
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
        var page = await TryAsync("?show=changed");
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
        var page = await TryAsync();
        await Choice(page, "3").WaitForAsync();

        await page.EvaluateAsync("() => { for (const id of ['AVA-1', 'AVA-2', 'AVA-3']) { document.querySelector(`#${id} input[value='2']`).click(); } }");

        await Expect(page.Locator(".changes li")).ToHaveCountAsync(3);
        await Expect(page).ToHaveURLAsync(new Regex("set=AVA-1:2,AVA-2:2,AVA-3:2$"));
    }

    private static ILocator Choice(IPage page, string value) => page.Locator($"#AVA-1:enabled input[value='{value}']");

    /// <summary>A window beside the result that the journeys share: what is tried changes nothing of it.</summary>
    private async Task<IPage> TryAsync(string tried = "")
    {
        var sample = await App.SampleAsync();
        var page = (await VisitAsync()).Page;
        await page.GotoAsync($"{sample.WhatIf}{tried}");
        return page;
    }
}
