using System.Text.RegularExpressions;
using DeployRisk.EndToEnd.Tests.Pages;
using DeployRisk.TestKit.Servers;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>An organisation with a sign-in of its own and with mail: who belongs to it comes in by the one, who has forgotten a password by the other.</summary>
public sealed partial class WaysInTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task ProviderAndMailedLink_LetTheirPeopleIn()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var office = new PostOffice();
        var installation = await StartServerAsync(
            [.. provider.Settings.Concat(office.Settings).Select(setting => $"--{setting.Key}={setting.Value}"), "--DeployRisk:PublicAddress=https://risk.example.org"]);
        var visit = await VisitAsync(installation, cookies: null);
        visit.GoesTo = provider.Authority;

        await ComeAndGoByTheProviderAsync(visit.Page, provider, installation.Address);
        await ComeByAMailedLinkAsync(visit.Page, office);
    }

    private static async Task ComeAndGoByTheProviderAsync(IPage page, SignInProvider provider, Uri installation)
    {
        provider.Asks = true;
        provider.Present = new ProviderPerson("g-1", "Grace <Moore>", "grace@example.org");
        await page.GotoAsync("/products");
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue with Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "It is me" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(installation, "/products").ToString());
        foreach (var own in new[] { "/account/security", "/account/profile", "/account/delete" })
        {
            await page.GotoAsync(own);
            Assert.Empty(await Accessibility.FaultsAsync(page));
        }

        await page.GetByLabel("Account of Grace <Moore>").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.GetByText("still signed in at Example ID")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign out of Example ID too" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(installation, "/account/sign-in").ToString());

        provider.Present = null;
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue with Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "It is me" }).ClickAsync();
        await Expect(page.GetByText("was cancelled")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to sign-in" }).ClickAsync();
        await Expect(page.GetByLabel("E-mail address")).ToBeVisibleAsync();
    }

    private static async Task ComeByAMailedLinkAsync(IPage page, PostOffice office)
    {
        const string Password = "le chat dort sur le mur";
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgotten your password?" }).ClickAsync();
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.GetByLabel("E-mail address").FillAsync(SetUpPage.Email);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        Assert.Empty(await Accessibility.FaultsAsync(page));

        var mail = await office.FirstAsync();
        Assert.Equal([SetUpPage.Email], office.Taken.Single().For);
        await page.GotoAsync(PathOfTheLink().Match(mail.TextBody!).Value);
        Assert.Empty(await Accessibility.FaultsAsync(page));
        foreach (var field in await page.Locator("main input[type=password]").AllAsync())
        {
            await field.FillAsync(Password);
        }

        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("E-mail address").FillAsync(SetUpPage.Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
    }

    [GeneratedRegex("/account/new-password/[^\\s]+")]
    private static partial Regex PathOfTheLink();
}
