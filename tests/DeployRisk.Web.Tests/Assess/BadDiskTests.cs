using System.Collections.Concurrent;
using Bunit;
using DeployRisk.Data.Changes;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>The disk goes bad while somebody answers: the page says so and waits, and everything is stored once it is well again.</summary>
public sealed class BadDiskTests : AssessContext
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly string Long = new('x', AnswerEntry.MaxNoteLength);

    [Theory]
    [InlineData(Disk.Full, "The disk of the server is full.")]
    [InlineData(Disk.ReadOnly, "The server may not write to its database.")]
    public async Task WhileAnswering_IsSaid_AndEverythingIsStoredByItselfLater(Disk disk, string sentence)
    {
        var (page, id) = await OpenAsync();
        await ChooseAsync(page, "AVA-3", "2");
        await StateAsync(page, "saved");

        Database.Disk = disk;
        await WriteNoteAsync(page, Long);
        await StateAsync(page, "failed");
        await ChooseAsync(page, "AVA-1", "3");

        Assert.Contains(sentence, page.Find(".save").Words(), StringComparison.Ordinal);
        Assert.Equal("true", page.Find(".save").GetAttribute("data-unsaved"));
        Assert.Equal(Long, page.Find("#AVA-1-note").GetAttribute("value"));
        Assert.Equal(new Answer.AtLevel(2), (await StoredAsync(id, "AVA-3"))!.Answer);

        Database.Disk = Disk.Fine;
        await SavedAfterAWhileAsync(page);
        Assert.Equal((new Answer.AtLevel(3), Long), ((await StoredAsync(id, "AVA-1"))!.Answer, (await StoredAsync(id, "AVA-1"))!.Note));
    }

    [Fact]
    public async Task LeavingAField_TriesAgainWhatFailed()
    {
        var (page, id) = await OpenAsync();
        Database.Disk = Disk.ReadOnly;
        await ChooseAsync(page, "AVA-1", "3");
        await StateAsync(page, "failed");
        Database.Disk = Disk.Fine;

        await page.InvokeAsync(() => page.Find("#AVA-2-note").BlurAsync());

        await StateAsync(page, "saved");
        Assert.Equal(new Answer.AtLevel(3), (await StoredAsync(id, "AVA-1"))!.Answer);
    }

    [Fact]
    public async Task HoweverOftenItIsTried_TheLogHasItOnce()
    {
        var (page, _) = await OpenAsync();
        Database.Disk = Disk.ReadOnly;
        await ChooseAsync(page, "AVA-1", "3");
        await StateAsync(page, "failed");

        foreach (var question in new[] { "AVA-2", "AVA-3" })
        {
            await page.InvokeAsync(() => page.Find(".save button").ClickAsync());
            await StateAsync(page, "failed");
            await ChooseAsync(page, question, "1");
        }

        Database.Disk = Disk.Fine;
        await SavedAfterAWhileAsync(page);
        Assert.Equal(["A change to an assessment could not be saved and waits on the page: ReadOnly"], Log.Errors);
    }

    [Fact]
    public async Task WhatWaited_IsStoredInTheOrderInWhichItWasDone()
    {
        var (page, id) = await OpenAsync();
        var stored = new ConcurrentQueue<string>();
        using var subscription = Services.GetRequiredService<ChangeFeed>().Subscribe(AssessmentNews.Of(id), news =>
        {
            stored.Enqueue(((AssessmentNews.QuestionChanged)news).Entry.QuestionId);
            return Task.CompletedTask;
        });
        Database.Disk = Disk.ReadOnly;
        await ChooseAsync(page, "AVA-1", "3");
        await StateAsync(page, "failed");
        await ChooseAsync(page, "AVA-3", "1");
        await ChooseAsync(page, "AVA-2", "1");
        await ChooseAsync(page, "AVA-3", "4");

        Database.Disk = Disk.Fine;
        await SavedAfterAWhileAsync(page);

        await Patience.UntilAsync(() => stored.Count == 3);
        Assert.Equal(["AVA-1", "AVA-2", "AVA-3"], stored);
        Assert.Equal(new Answer.AtLevel(4), (await StoredAsync(id, "AVA-3"))!.Answer);
    }

    [Fact]
    public async Task Review_ThatCannotBeCarriedOut_SaysSoAndStays()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        await Database.AnswerAllAsync(id, Me);
        var page = Render<ReviewPage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll(".submit").Count > 0);
        Database.Disk = Disk.ReadOnly;

        await page.InvokeAsync(() => page.Find(".submit button").ClickAsync());

        await page.WaitForStateAsync(() => page.FindAll(".submit [role=alert]").Count > 0, Soon);
        Assert.Single(Log.Errors);
        Database.Disk = Disk.Fine;
        await page.InvokeAsync(() => page.Find(".submit button").ClickAsync());
        await Patience.UntilAsync(() => Address.EndsWith("/result", StringComparison.Ordinal));
    }

    private async Task<(IRenderedComponent<AssessmentPage> Page, AssessmentId Id)> OpenAsync()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        var page = Render<AssessmentPage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll("[data-question]").Count > 0);
        return (page, id);
    }

    private static async Task WriteNoteAsync(IRenderedComponent<AssessmentPage> page, string note)
    {
        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync(note));
        await page.InvokeAsync(() => page.Find("#AVA-1-note").BlurAsync());
    }

    private static Task ChooseAsync(IRenderedComponent<AssessmentPage> page, string id, string value) =>
        page.InvokeAsync(() => page.Find($"[data-question='{id}'] input[type=radio][value='{value}']").ChangeAsync(value));

    private static Task StateAsync(IRenderedComponent<AssessmentPage> page, string state) =>
        page.WaitForStateAsync(() => page.Find(".save").GetAttribute("data-state") == state, Soon);

    /// <summary>The clock goes on until it is: the pause of what is failing at this moment begins only then.</summary>
    private Task SavedAfterAWhileAsync(IRenderedComponent<AssessmentPage> page) => Patience.UntilAsync(
        () => page.Find(".save").GetAttribute("data-state") == "saved",
        meanwhile: () => Database.Clock.Advance(Autosave.LongestRest));
}
