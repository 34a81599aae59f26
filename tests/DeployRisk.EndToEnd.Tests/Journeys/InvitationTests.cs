using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>An administrator invites somebody, who makes an account and sees what a colleague does.</summary>
public sealed class InvitationTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task Invited_JoinsByTheLink_AndIsShutOutWhileAtWork()
    {
        var administrator = (await VisitAsync()).Page;
        await administrator.GotoAsync("/");
        await administrator.GetByLabel("Account of Ada Martin").ClickAsync();
        await administrator.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Invite somebody" }).ClickAsync();
        await administrator.GetByLabel("E-mail address").FillAsync("grace@example.org");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await administrator.GetByLabel("Link of the invitation").InputValueAsync();

        var visit = await VisitSignedOutAsync();
        var grace = visit.Page;
        await grace.GotoAsync(link);
        await grace.GetByLabel("Your name").FillAsync("Grace Moore");
        await grace.GetByLabel("Password", new() { Exact = true }).FillAsync(SetUpPage.Password);
        await grace.GetByLabel("Password, once more").FillAsync(SetUpPage.Password);
        await grace.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await grace.GetByLabel("Account of Grace Moore").WaitForAsync();
        var questionnaire = await QuestionnairePage.StartAsync(grace, "By Grace");
        await questionnaire.AnswerAsync("AVA-1", "3");

        await administrator.GotoAsync("/admin/people");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Grace Moore" }).ClickAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Disable the account" }).ClickAsync();
        await Expect(administrator.GetByText("Disabled since")).ToBeVisibleAsync();

        // Her session is looked at every minute.
        visit.ExpectsLostConnection = true;
        await Expect(grace).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"), new() { Timeout = 90_000 });
    }
}
