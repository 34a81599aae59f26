using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>The first page that anybody sees, while nobody has an account.</summary>
public sealed class SetUpTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task SetUp_IsAccessibleInBothLanguagesAndThemes_AndClosedAfterwards()
    {
        var installation = await StartEmptyServerAsync();
        foreach (var options in new[] { new VisitOptions(), new VisitOptions(Dark: true), new VisitOptions("fr-FR", 360), new VisitOptions("fr-FR", 360, Dark: true) })
        {
            var page = (await VisitAsync(installation, cookies: null, options)).Page;
            await page.GotoAsync("/");
            await Expect(page).ToHaveURLAsync(new Uri(installation.Address, "/setup").ToString());
            Assert.Empty(await Accessibility.FaultsAsync(page));
            Assert.Equal(options.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.Locator("form.dr-form button[type=submit]").ClickAsync();
            await page.Locator(".validation-message").First.WaitForAsync();
            await Expect(page.Locator("[aria-invalid=true]").First).ToBeFocusedAsync();
            Assert.Empty(await Accessibility.FaultsAsync(page));
        }

        await App.SetUpAsync(installation.Address);

        var late = (await VisitAsync(installation, cookies: null)).Page;
        await late.GotoAsync("/setup");
        await Expect(late.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }
}
