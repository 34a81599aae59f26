using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Pages;

internal sealed class SetUpPage(IPage page)
{
    public const string Email = "ada@example.org";
    public const string Password = "a long enough sentence";

    /// <summary>Opens the home page of a fresh installation, is led to the set-up and completes it.</summary>
    public async Task SetUpAsync()
    {
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Set up DeployRisk" })).ToBeVisibleAsync();
        await page.GetByLabel("Organisation", new() { Exact = true }).FillAsync("Example Ltd");
        await page.GetByLabel("Your name").FillAsync("Ada Martin");
        await page.GetByLabel("E-mail address").FillAsync(Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password, once more").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up and sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
    }
}
