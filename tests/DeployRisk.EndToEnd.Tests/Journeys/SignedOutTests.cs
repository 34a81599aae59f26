using DeployRisk.Domain.Questionnaires;
using DeployRisk.EndToEnd.Tests.Pages;
using DeployRisk.TestKit.Builders;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>What somebody without an account may see.</summary>
public sealed class SignedOutTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task Questionnaire_IsReadAndPrintedByAnyone()
    {
        var page = (await VisitSignedOutAsync()).Page;

        await page.GotoAsync("/questionnaires/deployment-readiness");

        foreach (var question in BuiltIn.Questionnaire.Questions)
        {
            await Expect(page.Locator($"#{question.Id}")).ToContainTextAsync(question.Text.In(Language.English));
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main navigation" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task SignIn_LeadsBackToWhatWasAskedFor()
    {
        var page = (await VisitSignedOutAsync()).Page;

        await page.GotoAsync("/products");
        await page.GetByLabel("E-mail address").FillAsync(SetUpPage.Email);
        await page.GetByLabel("Password").FillAsync(SetUpPage.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(App.Address, "/products").ToString());
    }
}
