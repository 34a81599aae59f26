using System.Text.RegularExpressions;
using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>How people sign in besides with a password; on a server of its own, because sessions of the administrator end here.</summary>
public sealed partial class SecurityTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task Passkey_IsMadeByTheDevice_AndSignsIn()
    {
        var installation = await StartServerAsync();
        var page = (await VisitAsync(installation, App.SignedIn)).Page;
        await page.GotoAsync("/");
        await PluginAsync(page);

        await OpenSecurityAsync(page);
        await page.GetByLabel("Name of a new passkey").FillAsync("Work <laptop>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.Locator(".passkeys li")).ToContainTextAsync("Work <laptop>");
        Assert.Empty(await Accessibility.FaultsAsync(page));

        await SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();

        // A passkey that was removed here opens nothing, though the device still has it.
        await OpenSecurityAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Work <laptop>" }).ClickAsync();
        await Expect(page.Locator(".passkeys li")).ToHaveCountAsync(0);
        await SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByText("This passkey does not open an account here.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TwoSteps_AreSetUpWithRecoveryCodes_OneOfWhichSignsIn()
    {
        var installation = await StartServerAsync();
        var page = (await VisitAsync(installation, App.SignedIn)).Page;
        await page.GotoAsync("/");

        await OpenSecurityAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Set up two-step sign-in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code" })).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FaultsAsync(page));
        var key = await page.Locator("main code").InnerTextAsync();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(TestKit.Authenticator.CodeOf(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        Assert.Empty(await Accessibility.FaultsAsync(page));
        var code = await page.Locator(".codes code").First.InnerTextAsync();

        await SignOutAsync(page);
        await page.GetByLabel("E-mail address").FillAsync(SetUpPage.Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(SetUpPage.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(SecondStep());
        Assert.Empty(await Accessibility.FaultsAsync(page));
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
    }

    /// <summary>A device that makes passkeys and whose owner always agrees.</summary>
    private static async Task PluginAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task OpenSecurityAsync(IPage page)
    {
        await page.GetByLabel("Account of Ada Martin").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign-in and security" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign-in and security" }).WaitForAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GetByLabel("Account of Ada Martin").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
    }

    [GeneratedRegex("/account/sign-in/second-step")]
    private static partial Regex SecondStep();
}
