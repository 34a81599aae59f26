using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>Two people of the demo: one owns a product and decides what the other may do with it, who has it open.</summary>
public sealed class MemberTests(DeployRiskApp app) : Journey(app)
{
    private const string Product = "/products/market-data-pipeline";

    [Fact]
    public async Task Contributor_BecomesAReader_AndThenAStranger_WhileAtWork()
    {
        var owner = (await VisitDemoAsync("Karim Haddad")).Page;
        var visit = await VisitDemoAsync("Thomas Berger");
        var thomas = visit.Page;
        await thomas.GotoAsync(Product);
        await new ProductPage(thomas).StartAssessmentAsync();
        await new ReleasePage(thomas).StartAsync("3.0");
        var questionnaire = new QuestionnairePage(thomas);
        await questionnaire.ReadyAsync();
        await questionnaire.AnswerAsync("AVA-1", "3");
        await questionnaire.SavedAsync();
        var address = thomas.Url;

        // The page that is open turns, without being loaded again.
        await owner.GotoAsync($"{Product}/members");
        await owner.GetByLabel("Role of Thomas Berger").SelectOptionAsync("Viewer");
        await owner.GetByRole(AriaRole.Button, new() { Name = "Save Thomas Berger" }).ClickAsync();
        await Expect(owner.Locator(".dr-form-done")).ToBeVisibleAsync();
        await Expect(thomas.Locator(".final")).ToContainTextAsync("You can read this draft.");
        await Expect(thomas.Locator("[data-question] fieldset:enabled")).ToHaveCountAsync(0);

        await owner.GetByLabel("Only its members").CheckAsync();
        await owner.GetByRole(AriaRole.Button, new() { Name = "Save who can read it" }).ClickAsync();
        await Expect(owner.Locator(".dr-form-done")).ToBeVisibleAsync();
        await Expect(owner.Locator("main header")).ToContainTextAsync("restricted");
        await owner.GetByRole(AriaRole.Button, new() { Name = "Remove Thomas Berger" }).ClickAsync();
        await Expect(owner.GetByLabel("Role of Thomas Berger")).ToHaveCountAsync(0);
        await Expect(thomas.Locator(".final")).ToContainTextAsync("You can no longer open this draft");

        visit.ExpectsMissingPage = true;
        foreach (var gone in new[] { address, Product })
        {
            var answer = await thomas.GotoAsync(gone);
            Assert.Equal(404, answer!.Status);
        }

        await thomas.GotoAsync("/products");
        await Expect(thomas.GetByText("Market data pipeline")).ToHaveCountAsync(0);
    }
}
