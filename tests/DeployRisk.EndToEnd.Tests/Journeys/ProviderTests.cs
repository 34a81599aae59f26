using DeployRisk.TestKit.Servers;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>Somebody of an organisation that has a sign-in of its own comes in by it, and leaves.</summary>
public sealed class ProviderTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task Person_SignsInAtTheProvider_AndOutAtBoth()
    {
        await using var provider = await SignInProvider.StartAsync();
        provider.Asks = true;
        provider.Present = new ProviderPerson("g-1", "Grace <Moore>", "grace@example.org");
        var installation = await StartServerAsync([.. provider.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        var visit = await VisitAsync(installation, cookies: null);
        visit.GoesTo = provider.Authority;
        var page = visit.Page;

        await page.GotoAsync("/products");
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue with Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "It is me" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(installation.Address, "/products").ToString());
        await page.GetByLabel("Account of Grace <Moore>").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.GetByText("still signed in at Example ID")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign out of Example ID too" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(installation.Address, "/account/sign-in").ToString());

        provider.Present = null;
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue with Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "It is me" }).ClickAsync();
        await Expect(page.GetByText("was cancelled")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to sign-in" }).ClickAsync();
        await Expect(page.GetByLabel("E-mail address")).ToBeVisibleAsync();
    }
}
