using Bunit;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>What the page is to meet unprepared happens on another server, of which it hears only as its clock goes on.</summary>
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

        await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());
        await page.WaitForStateAsync(() => page.FindAll(".undo").Count == 1);
        Assert.Equal(Answer.DontKnow, (await StoredAsync(id, "AVA-2"))!.Answer);
        await page.InvokeAsync(() => page.Find(".undo button").ClickAsync());
        await page.WaitForStateAsync(() => page.FindAll(".unanswered li").Count > 0);

        Assert.Equal(new Answer.AtLevel(3), (await StoredAsync(id, "AVA-1"))!.Answer);
        Assert.True(await StoredAsync(id, "AVA-2") is null or { Answer: Answer.Unanswered });
    }

    [Fact]
    public async Task MarkTheRest_TakenBack_BringsCopiedAnswersBack()
    {
        await Database.SubmittedAsync(Product.Id, Me, "0.9.0", level: 3);
        var last = await Database.Assessments.LatestSubmissionAsync(Product.Id, "1.5.0", Database.Reader, Stop);
        var id = await Database.DraftAsync(Product.Id, Me);
        await Database.Assessments.CopyAnswersAsync(id, last!.Id, Me, Stop);
        var page = await OpenAsync(id);
        Assert.Contains("copied from 0.9.0 and only have to be confirmed", page.Find(".rest").Words(), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());
        await page.WaitForStateAsync(() => page.FindAll(".undo").Count == 1);
        Assert.Equal(Answer.DontKnow, (await StoredAsync(id, "AVA-1"))!.Answer);
        await page.InvokeAsync(() => page.Find(".undo button").ClickAsync());
        await page.WaitForStateAsync(() => page.FindAll(".unanswered li").Count > 0);

        Assert.True(await StoredAsync(id, "AVA-1") is { IsToConfirm: true, Answer: Answer.AtLevel { Level: 3 } });
    }

    [Fact]
    public async Task WhatOthersAnswer_IsShownAndOpensTheSubmission()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        await Database.AnswerAllAsync(id, Me);
        await Database.Assessments.AnswerAsync(id, "AVA-1", Answer.None, Me, Stop);
        var page = await OpenAsync(id);
        Assert.Single(page.FindAll(".unanswered li"));

        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(2), await Database.UserAsync("Grace"), Stop);

        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"), TimeSpan.FromSeconds(20));
        Assert.Empty(page.FindAll(".unanswered li"));
    }

    [Fact]
    public async Task Submit_PressedTwice_LeadsToTheResultOnce()
    {
        var (page, id) = await OpenAsync();
        await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());
        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"));

        var button = page.Find(".submit button");
        await Task.WhenAll(button.ClickAsync(), button.ClickAsync());

        await Patience.UntilAsync(() => Address.EndsWith(AppUrls.Result(id), StringComparison.Ordinal));
        Assert.EndsWith(AppUrls.Result(id), Address, StringComparison.Ordinal);
        Assert.NotNull(await Database.Assessments.ResultAsync(id, Database.Reader, Stop));
    }

    [Fact]
    public async Task Submit_AfterSomebodyElseDid_LeadsToTheirResult()
    {
        var (page, id) = await OpenAsync();
        await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());
        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"));
        await using var elsewhere = Database.AnotherServer();
        await elsewhere.GetRequiredService<AssessmentStore>().SubmitAsync(id, await Database.UserAsync("Grace"), Stop);

        await page.InvokeAsync(() => page.Find(".submit button").ClickAsync());

        await Patience.UntilAsync(() => Address.EndsWith(AppUrls.Result(id), StringComparison.Ordinal));
        Assert.EndsWith(AppUrls.Result(id), Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_WhenTheDatabaseIsLocked_SaysSoAndMayBeTriedAgain()
    {
        var (page, id) = await OpenAsync();
        await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());
        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"));
        await using (await LockDatabaseAsync())
        {
            await page.InvokeAsync(() => page.Find(".submit button").ClickAsync());
            await page.WaitForStateAsync(() => page.FindAll(".submit [role=alert]").Count == 1, TimeSpan.FromSeconds(20));
        }

        await page.InvokeAsync(() => page.Find(".submit button").ClickAsync());

        await Patience.UntilAsync(() => Address.EndsWith(AppUrls.Result(id), StringComparison.Ordinal));
        Assert.EndsWith(AppUrls.Result(id), Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unanswered_AreExactlyTheAskedQuestionsWithoutAnAnswer()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), Me, Stop);
        await Database.Assessments.SaveNoteAsync(id, "AVA-2", "A note is no answer", null, Me, Stop);

        var page = await OpenAsync(id);

        var stored = (await Database.Assessments.LoadAsync(id, Database.Reader, Stop))!.Assessment;
        Assert.Equal(stored.Unanswered(Database.Questionnaire), page.FindAll(".unanswered .code").Select(code => code.TextContent));
    }

    [Fact]
    public async Task MarkTheRest_WhenTheDatabaseIsLocked_SaysSoAndMarksNothing()
    {
        var (page, id) = await OpenAsync();
        await using (await LockDatabaseAsync())
        {
            await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());
            await page.WaitForStateAsync(() => page.FindAll("[role=alert]").Count == 1, TimeSpan.FromSeconds(20));
        }

        Assert.NotEmpty(page.FindAll(".unanswered li"));
        Assert.Null(await StoredAsync(id, "AVA-1"));
    }

    [Fact]
    public async Task MarkTheRest_OfADiscardedDraft_SaysThatItIsGone()
    {
        var (page, id) = await OpenAsync();
        await using var elsewhere = Database.AnotherServer();
        await elsewhere.GetRequiredService<AssessmentStore>().DiscardDraftAsync(id, Me, Stop);

        await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());

        await page.WaitForAssertionAsync(() => Assert.Contains("can no longer open this draft", page.Find(".final").Words(), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".submit"));
    }

    [Fact]
    public async Task Submit_OfADiscardedDraft_SaysThatItIsGone()
    {
        var (page, id) = await OpenAsync();
        await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());
        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"));
        await using var elsewhere = Database.AnotherServer();
        await elsewhere.GetRequiredService<AssessmentStore>().DiscardDraftAsync(id, Me, Stop);

        await page.InvokeAsync(() => page.Find(".submit button").ClickAsync());

        await page.WaitForAssertionAsync(() => Assert.Contains("can no longer open this draft", page.Find(".final").Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Submit_WhenAnAnswerWasTakenBackMeanwhile_SaysWhatIsMissing()
    {
        var (page, id) = await OpenAsync();
        await page.InvokeAsync(() => page.Find(".rest button").ClickAsync());
        await page.WaitForStateAsync(() => !page.Find(".submit button").HasAttribute("disabled"));
        await using var elsewhere = Database.AnotherServer();
        await elsewhere.GetRequiredService<AssessmentStore>().AnswerAsync(id, "AVA-2", Answer.None, Me, Stop);

        await page.InvokeAsync(() => page.Find(".submit button").ClickAsync());

        await page.WaitForStateAsync(() => page.FindAll(".submit [role=alert]").Count == 1);
        Assert.Equal("AVA-2", Assert.Single(page.FindAll(".unanswered .code")).TextContent);
        Assert.Null(await Database.Assessments.ResultAsync(id, Database.Reader, Stop));
    }

    [Fact]
    public async Task IncompleteContext_IsNamedAndHoldsTheSubmissionBack()
    {
        var whole = Releases.Context();
        var context = new ReleaseContext(whole.Levels.Where(level => level.Key != "CTX-3").ToDictionary(), whole.Choices);
        var release = new Release("1.0.0", new DateOnly(2026, 3, 20), AssessmentForm.Full, context);
        var id = Assert.IsType<StartOutcome.Started>(await Database.Assessments.StartAsync(Product.Id, release, Me, Stop)).Id;
        await Database.Assessments.MarkRestUnknownAsync(id, Me, Stop);

        var page = await OpenAsync(id);

        Assert.Contains(Database.Questionnaire.FindContext("CTX-3")!.Title.En, page.Find(".rest .dr-note").Words(), StringComparison.Ordinal);
        Assert.True(page.Find(".submit button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Note_IsShownAsText_MarkupIncluded()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        await Database.Assessments.SaveNoteAsync(id, "AVA-1", "<script>alert(1)</script>", null, Me, Stop);

        var page = await OpenAsync(id);

        Assert.Equal("<script>alert(1)</script>", page.Find("p.note").TextContent);
        Assert.Empty(page.FindAll("script"));
    }

    private async Task<(IRenderedComponent<ReviewPage> Page, AssessmentId Id)> OpenAsync()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        return (await OpenAsync(id), id);
    }

    private async Task<IRenderedComponent<ReviewPage>> OpenAsync(AssessmentId id)
    {
        var page = Render<ReviewPage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll(".rest").Count == 1);
        return page;
    }
}
