using Bunit;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Assess;

public sealed class EditReleasePageTests : AssessContext
{
    [Fact]
    public async Task Save_StoresTheChange_AndKeepsTheAnswers()
    {
        var (page, id) = await OpenAsync();
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), Me, Stop);
        await page.Find("#Name").InputAsync("1.0.1");
        await page.Find("input[name=Form][value=short]").ChangeAsync("short");

        await page.Find("form").SubmitAsync();

        await Patience.UntilAsync(() => Address.EndsWith(AppUrls.Assessment(id), StringComparison.Ordinal));
        var stored = (await Database.Assessments.LoadAsync(id, Database.Reader, Stop))!.Assessment;
        Assert.Equal(("1.0.1", AssessmentForm.Short), (stored.Release.Name, stored.Release.Form));
        Assert.Equal(new Answer.AtLevel(3), stored.Entries["AVA-1"].Answer);
    }

    [Fact]
    public async Task ShortForm_SaysBeforeSavingHowManyAnswersNoLongerCount()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), Me, Stop);
        var page = await OpenAsync(id);

        await page.Find("input[name=Form][value=short]").ChangeAsync("short");

        Assert.Contains("of which answered: 1", page.Find(".change-note").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterSomebodyElseSubmitted_NamesThemAndChangesNothing()
    {
        var (page, id) = await OpenAsync();
        var grace = await Database.UserAsync("Grace");
        await Database.Assessments.MarkRestUnknownAsync(id, grace, Stop);
        await Database.Assessments.SubmitAsync(id, grace, Stop);
        await page.Find("#Name").InputAsync("9.9.9");

        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("Grace", page.Find(".final").Words(), StringComparison.Ordinal));
        Assert.Equal("1.0.0", (await Database.Assessments.LoadAsync(id, Database.Reader, Stop))!.Assessment.Release.Name);
    }

    [Fact]
    public async Task Save_AfterSomebodyElseChangedIt_SaysSo_AndTheSecondOneStands()
    {
        var (page, id) = await OpenAsync();
        await Database.Assessments.ChangeReleaseAsync(id, Releases.Of("2.0.0", level: 3), null, await Database.UserAsync("Grace"), Stop);
        await page.Find("#Name").InputAsync("1.0.1");

        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("Somebody else changed the release", page.Find("form [role=alert]").Words(), StringComparison.Ordinal));
        Assert.Equal("2.0.0", (await Database.Assessments.LoadAsync(id, Database.Reader, Stop))!.Assessment.Release.Name);
        await page.Find("form").SubmitAsync();
        await Patience.UntilAsync(() => Address.EndsWith(AppUrls.Assessment(id), StringComparison.Ordinal));
        Assert.Equal("1.0.1", (await Database.Assessments.LoadAsync(id, Database.Reader, Stop))!.Assessment.Release.Name);
    }

    [Fact]
    public async Task Save_OfADiscardedDraft_SaysThatItIsGone()
    {
        var (page, id) = await OpenAsync();
        await Database.Assessments.DiscardDraftAsync(id, Me, Stop);

        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("can no longer open this draft", page.Find(".final").Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_WhenTheDatabaseIsLocked_SaysSoAndKeepsWhatWasTyped()
    {
        var (page, id) = await OpenAsync();
        await page.Find("#Name").InputAsync("1.0.1");
        await using (await LockDatabaseAsync())
        {
            await page.Find("form").SubmitAsync();
            await page.WaitForStateAsync(() => page.FindAll(".finish [role=alert]").Count == 1, TimeSpan.FromSeconds(20));
        }

        Assert.Equal("1.0.1", page.Find("#Name").GetAttribute("value"));
        await page.Find("form").SubmitAsync();
        await Patience.UntilAsync(() => Address.EndsWith(AppUrls.Assessment(id), StringComparison.Ordinal));
        Assert.Equal("1.0.1", (await Database.Assessments.LoadAsync(id, Database.Reader, Stop))!.Assessment.Release.Name);
    }

    [Fact]
    public async Task Discard_PressedTwice_LeadsToTheProductAndTheDraftIsGone()
    {
        var (page, id) = await OpenAsync();

        var button = page.Find(".discard button");
        await Task.WhenAll(button.ClickAsync(), button.ClickAsync());

        await Patience.UntilAsync(() => Address.EndsWith(AppUrls.Product(Product.Slug.Value), StringComparison.Ordinal));
        Assert.Null(await Database.Assessments.LoadAsync(id, Database.Reader, Stop));
    }

    [Fact]
    public async Task Discard_AfterSomebodyElseSubmitted_LeadsToTheAssessmentAndKeepsIt()
    {
        var (page, id) = await OpenAsync();
        var grace = await Database.UserAsync("Grace");
        await Database.Assessments.MarkRestUnknownAsync(id, grace, Stop);
        await Database.Assessments.SubmitAsync(id, grace, Stop);

        await page.Find(".discard button").ClickAsync();

        await Patience.UntilAsync(() => Address.EndsWith(AppUrls.Assessment(id), StringComparison.Ordinal));
        Assert.NotNull(await Database.Assessments.ResultAsync(id, Database.Reader, Stop));
    }

    private async Task<(IRenderedComponent<EditReleasePage> Page, AssessmentId Id)> OpenAsync()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        return (await OpenAsync(id), id);
    }

    private async Task<IRenderedComponent<EditReleasePage>> OpenAsync(AssessmentId id)
    {
        var page = Render<EditReleasePage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll("#Name").Count == 1);
        return page;
    }
}
