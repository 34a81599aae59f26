using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>A browser with JavaScript off: a sentence that says what to do, never a blank page.</summary>
public sealed class WithoutScriptTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task Questionnaire_WithoutScript_IsReadableAndSaysWhatToDo()
    {
        var page = (await VisitAsync()).Page;
        await new ProductPage(page).CreateAsync("Without script");
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync("1.0.0");

        await using var context = await App.Browser.NewContextAsync(new()
        {
            BaseURL = App.Address.ToString(),
            StorageState = App.SignedIn,
            Locale = "en-GB",
            JavaScriptEnabled = false,
        });
        var bare = await context.NewPageAsync();
        await bare.GotoAsync(page.Url);

        await Expect(bare.Locator(".dr-noscript")).ToBeVisibleAsync();
        await Expect(bare.Locator("[data-question='AVA-1']")).ToBeVisibleAsync();
        await Expect(bare.GetByRole(AriaRole.Link, new() { Name = "Products" })).ToBeVisibleAsync();
    }
}
