using System.Text.Json;
using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>What people type, and what lets them in, stands nowhere in the log.</summary>
public sealed class LogTests(DeployRiskApp app) : Journey(app)
{
    private const string WrongPassword = "planted wrong password";
    private const string Product = "Planted product";
    private const string Note = "planted note about the weak spot";
    private const string Link = "https://planted.example.org/evidence";
    private const string Invited = "planted@example.org";

    [Fact]
    public async Task Log_OfAWholeVisit_HoldsNoSecretAndNothingThatWasTyped()
    {
        var installation = await StartEmptyServerAsync();
        var cookies = await App.SetUpAsync(installation.Address);
        var stranger = await VisitAsync(installation, null);
        await stranger.Page.GotoAsync("/account/sign-in");
        await stranger.Page.GetByLabel("E-mail address").FillAsync(SetUpPage.Email);
        await stranger.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(WrongPassword);
        await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await stranger.Page.Locator("main .dr-form-error:visible").WaitForAsync();

        var page = (await VisitAsync(installation, cookies)).Page;
        await page.GotoAsync("/admin/people/invite");
        await page.GetByLabel("E-mail address").FillAsync(Invited);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var invitation = new Uri(await page.GetByLabel("Link of the invitation").InputValueAsync());
        await stranger.Page.GotoAsync(invitation.AbsolutePath);
        await stranger.Page.Locator("main form").WaitForAsync();
        var questionnaire = await QuestionnairePage.StartAsync(page, Product);
        await questionnaire.WriteNoteAsync("AVA-1", Note, Link);
        await questionnaire.SubmitWithRestUnknownAsync();

        // A failure is written down, with everything that led to it.
        await page.APIRequest.PostAsync("/products/new", new() { Data = $"Name={Product}&Password={SetUpPage.Password}" });

        var log = installation.Output + string.Concat(Directory.EnumerateFiles(Path.Combine(installation.DataDirectory, "logs")).Select(ReadShared));
        Assert.Contains("INF", log, StringComparison.Ordinal);
        string[] planted = [SetUpPage.Password, SetUpPage.Email, "Ada Martin", WrongPassword, Product, Note, Link, Invited, invitation.Segments[^1], .. CookiesIn(cookies)];
        Assert.DoesNotContain(planted, secret => log.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The values of cookies that are more than a choice of words.</summary>
    private static IEnumerable<string> CookiesIn(string storage) => JsonDocument.Parse(storage).RootElement.GetProperty("cookies").EnumerateArray()
        .Select(cookie => cookie.GetProperty("value").GetString()!)
        .Where(value => value.Length > 40);

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
