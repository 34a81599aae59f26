using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>One person cannot fill the server with live pages; what is refused says so calmly, and works once there is room.</summary>
public sealed class LivePageLimitTests(DeployRiskApp app) : Journey(app)
{
    private const int Limit = 100;

    [Fact]
    public async Task OnePerson_HoldsAHundredLivePages_AndTheNextSaysThatItCannotWork()
    {
        var visit = await VisitAsync(await App.DemoAsync("fr"), null);
        visit.ExpectsFailure = true;
        var page = visit.Page;
        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sophie Lambert" }).ClickAsync();
        await page.GetByLabel("Account of Sophie Lambert").WaitForAsync();
        await page.GotoAsync("/products");
        var product = await page.Locator("main tbody th a").First.GetAttributeAsync("href");

        var open = await page.EvaluateAsync<int>(
            """
            async count => {
              window.held = Array.from({ length: count }, () => new WebSocket(`ws://${location.host}/_blazor`));
              await Promise.all(window.held.map(socket => new Promise(resolve => {
                socket.onopen = () => { socket.send('{"protocol":"blazorpack","version":1}\x1e'); resolve(); };
                socket.onerror = resolve;
              })));
              return window.held.filter(socket => socket.readyState === WebSocket.OPEN).length;
            }
            """,
            Limit + 5);
        Assert.Equal(Limit, open);

        var tab = await visit.NewTabAsync();
        await tab.GotoAsync($"{product}/assessments/new");
        await Expect(tab.Locator("#blazor-error-ui")).ToBeVisibleAsync();

        await page.EvaluateAsync("window.held.forEach(socket => socket.close())");
        await tab.Locator("#blazor-error-ui a").ClickAsync();
        await Expect(tab.Locator("main fieldset:enabled").First).ToBeVisibleAsync();
    }
}
