using System.Text.Json;
using System.Text.RegularExpressions;
using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>Somebody changes their name, takes their data along and deletes their account; what they did stays without them.</summary>
public sealed partial class LeavingTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task Leaver_TakesTheirData_AndIsAFormerMemberAfterwards()
    {
        var administrator = (await VisitAsync()).Page;
        await administrator.GotoAsync("/admin/people/invite");
        await administrator.GetByLabel("E-mail address").FillAsync("leaver@example.org");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await administrator.GetByLabel("Link of the invitation").InputValueAsync();

        var leaver = (await VisitSignedOutAsync()).Page;
        await leaver.GotoAsync(link);
        await leaver.GetByLabel("Your name").FillAsync("Lea Leaver");
        await leaver.GetByLabel("Password", new() { Exact = true }).FillAsync(SetUpPage.Password);
        await leaver.GetByLabel("Password, once more").FillAsync(SetUpPage.Password);
        await leaver.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();

        await leaver.GetByLabel("Account of Lea Leaver").ClickAsync();
        await leaver.GetByRole(AriaRole.Link, new() { Name = "Profile" }).ClickAsync();
        await leaver.GetByLabel("Your name").FillAsync("Lea Gone");
        await leaver.GetByRole(AriaRole.Button, new() { Name = "Save the name" }).ClickAsync();
        await Expect(leaver.GetByLabel("Account of Lea Gone")).ToBeVisibleAsync();

        var download = await leaver.RunAndWaitForDownloadAsync(() => leaver.GetByRole(AriaRole.Button, new() { Name = "Download my data" }).ClickAsync());
        await using (var file = await download.CreateReadStreamAsync())
        {
            using var data = await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal("Lea Gone", data.RootElement.GetProperty("account").GetProperty("name").GetString());
        }

        await leaver.GetByRole(AriaRole.Link, new() { Name = "Delete my account…" }).ClickAsync();
        Assert.Empty(await Accessibility.FaultsAsync(leaver));
        await leaver.GetByLabel("Your password").FillAsync(SetUpPage.Password);
        await leaver.GetByRole(AriaRole.Button, new() { Name = "Delete my account for good" }).ClickAsync();
        await Expect(leaver).ToHaveURLAsync(SignIn());
        await Expect(leaver.GetByText("Your account is deleted.")).ToBeVisibleAsync();

        await administrator.GotoAsync("/admin/audit");
        await Expect(administrator.GetByText("Former member deleted their account").First).ToBeVisibleAsync();
        await Expect(administrator.GetByText(Leaver())).ToHaveCountAsync(0);
    }

    [GeneratedRegex("Lea Leaver|Lea Gone|leaver@")]
    private static partial Regex Leaver();

    [GeneratedRegex("/account/sign-in")]
    private static partial Regex SignIn();
}
