using Bunit;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Assess;

public sealed class ReviewPageTests : AssessContext
{
    [Fact]
    public async Task Unanswered_AreNamedAndHoldTheSubmissionBack()
    {
        var (page, id) = await OpenAsync();
        var shown = page.FindAll(".unanswered li").Count;

        Assert.True(page.Find(".submit button").HasAttribute("disabled"));
        Assert.All(page.FindAll(".unanswered a"), link => Assert.StartsWith(AppUrls.Assessment(id), link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains($"({shown})", page.Find(".rest button").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkTheRest_CanBeTakenBack()
    {
        var (page, id) = await OpenAsync();
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), Me, Stop);

        await page.Find(".rest button").ClickAsync();
        await page.WaitForStateAsync(() => page.FindAll(".undo").Count == 1);
        Assert.Equal(Answer.DontKnow, (await StoredAsync(id, "AVA-2"))!.Answer);
        await page.Find(".undo button").ClickAsync();
        await page.WaitForStateAsync(() => page.FindAll(".unanswered li").Count > 0);

        Assert.Equal(new Answer.AtLevel(3), (await StoredAsync(id, "AVA-1"))!.Answer);
        Assert.True(await StoredAsync(id, "AVA-2") is null or { Answer: Answer.Unanswered });
    }

    [Fact]
    public async Task Submit_PressedTwice_LeadsToTheResultOnce()
    {
        var (page, id) = await OpenAsync();
        await page.Find(".rest button").ClickAsync();
        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"));

        var button = page.Find(".submit button");
        await Task.WhenAll(button.ClickAsync(), button.ClickAsync());

        await page.WaitForStateAsync(() => Address.EndsWith(AppUrls.Result(id), StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.NotNull(await Database.Assessments.ResultAsync(id, Stop));
    }

    [Fact]
    public async Task Submit_AfterSomebodyElseDid_LeadsToTheirResult()
    {
        var (page, id) = await OpenAsync();
        await page.Find(".rest button").ClickAsync();
        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"));
        await Database.Assessments.SubmitAsync(id, await Database.UserAsync("Grace"), Stop);

        await page.Find(".submit button").ClickAsync();

        await page.WaitForStateAsync(() => Address.EndsWith(AppUrls.Result(id), StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Submit_WhenTheDatabaseIsLocked_SaysSoAndMayBeTriedAgain()
    {
        var (page, id) = await OpenAsync();
        await page.Find(".rest button").ClickAsync();
        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"));
        await using (await LockDatabaseAsync())
        {
            await page.Find(".submit button").ClickAsync();
            await page.WaitForStateAsync(() => page.FindAll(".submit [role=alert]").Count == 1, TimeSpan.FromSeconds(20));
        }

        await page.Find(".submit button").ClickAsync();

        await page.WaitForStateAsync(() => Address.EndsWith(AppUrls.Result(id), StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    private async Task<(IRenderedComponent<ReviewPage> Page, AssessmentId Id)> OpenAsync()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        var page = Render<ReviewPage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll(".rest").Count == 1);
        return (page, id);
    }
}
