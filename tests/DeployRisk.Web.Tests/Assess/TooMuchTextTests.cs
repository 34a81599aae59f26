using AngleSharp.Dom;
using Bunit;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>More than there may be, typed or pasted: told, and kept on the page.</summary>
public sealed class TooMuchTextTests : AssessContext
{
    private const int Soon = 20;

    [Fact]
    public async Task ListOfLinks_PastedIntoOneField_BecomesOneFieldEach()
    {
        var (page, id) = await OpenAsync();
        var links = Links(AnswerEntry.MaxLinks);

        await PasteAsync(page, links);
        await page.WaitForStateAsync(() => page.Find(".save").GetAttribute("data-state") == "saved", TimeSpan.FromSeconds(Soon));

        Assert.Equal(links, Fields(page));
        Assert.Equal(links, (await StoredAsync(id, "AVA-1"))!.Evidence);
    }

    [Fact]
    public async Task FiveHundredLinks_InOneAnswer_AreRefusedWithTheLimitAndStay()
    {
        var (page, id) = await OpenAsync();
        var links = Links(500);

        await PasteAsync(page, links);

        await page.WaitForStateAsync(() => Question(page).QuerySelector(".refusal") is not null, TimeSpan.FromSeconds(Soon));
        Assert.Contains("at most 20", Question(page).QuerySelector(".refusal").Words(), StringComparison.Ordinal);
        Assert.Equal(links, Fields(page));
        Assert.Null(await StoredAsync(id, "AVA-1"));
    }

    [Fact]
    public async Task RefusedTexts_StayWithTheirReason_WhateverHappensBesideThem()
    {
        var (page, id) = await OpenAsync();
        var note = new string('x', AnswerEntry.MaxNoteLength + 1);
        var risks = new string('y', OtherRisks.MaxLength + 1);
        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync(note));
        await page.InvokeAsync(() => page.Find("#AVA-1-note").BlurAsync());
        await WriteRisksAsync(page, risks);
        await page.WaitForStateAsync(() => page.FindAll(".refusal").Count == 2, TimeSpan.FromSeconds(Soon));

        await page.InvokeAsync(() => Question(page).QuerySelector("input[value='3']")!.ChangeAsync("3"));
        var bob = await Database.UserAsync("Bob");
        await Database.Assessments.MarkRestUnknownAsync(id, bob, Stop);
        await page.WaitForStateAsync(() => page.Find("[data-question='AVA-2']").GetAttribute("data-answered") == "true", TimeSpan.FromSeconds(Soon));

        Assert.Equal(new Answer.AtLevel(3), (await StoredAsync(id, "AVA-1"))!.Answer);
        Assert.Equal(note, page.Find("#AVA-1-note").GetAttribute("value"));
        Assert.Equal(risks, page.Find(".other-risks textarea").GetAttribute("value"));
        Assert.Equal(2, page.FindAll(".refusal").Count);
    }

    [Fact]
    public async Task OtherRisks_LongerThanAllowed_AreRefusedWithTheLimitUntilTheyAreShorter()
    {
        var (page, id) = await OpenAsync();

        await WriteRisksAsync(page, new string('x', OtherRisks.MaxLength + 1));
        await page.WaitForStateAsync(() => page.FindAll(".other-risks .refusal").Count == 1, TimeSpan.FromSeconds(Soon));
        await WriteRisksAsync(page, new string('x', OtherRisks.MaxLength));

        await page.WaitForStateAsync(() => page.Find(".save").GetAttribute("data-state") == "saved", TimeSpan.FromSeconds(Soon));
        Assert.Empty(page.FindAll(".other-risks .refusal"));
        Assert.Equal(OtherRisks.MaxLength, (await Database.Assessments.LoadAsync(id, Database.Reader, Stop))!.Assessment.OtherRisks["availability"].Text.Length);
    }

    [Fact]
    public async Task Reason_LongerThanAllowed_IsRefusedWithTheLimitAndStays()
    {
        var (page, id) = await OpenAsync();
        var reason = new string('x', 10_000);

        await page.InvokeAsync(() => page.Find("[data-question='AVA-1'] input[value=notApplicable]").ChangeAsync("notApplicable"));
        await page.InvokeAsync(() => page.Find("#AVA-1-reason").InputAsync(reason));
        await page.InvokeAsync(() => page.Find("#AVA-1-reason").BlurAsync());

        await page.WaitForStateAsync(() => Question(page).QuerySelector(".refusal") is not null, TimeSpan.FromSeconds(Soon));
        Assert.Equal(reason, page.Find("#AVA-1-reason").GetAttribute("value"));
        Assert.Null(await StoredAsync(id, "AVA-1"));
    }

    private static string[] Links(int count) => [.. Enumerable.Range(1, count).Select(place => $"https://wiki.example.com/evidence/{place}")];

    private static IElement Question(IRenderedComponent<AssessmentPage> page) => page.Find("[data-question='AVA-1']");

    private static IEnumerable<string?> Fields(IRenderedComponent<AssessmentPage> page) =>
        Question(page).QuerySelectorAll(".links input").Select(field => field.GetAttribute("value"));

    private static async Task PasteAsync(IRenderedComponent<AssessmentPage> page, string[] links)
    {
        await page.InvokeAsync(() => Question(page).QuerySelector(".links input")!.InputAsync(string.Join(' ', links)));
        await page.InvokeAsync(() => Question(page).QuerySelector(".links input")!.BlurAsync());
    }

    private static async Task WriteRisksAsync(IRenderedComponent<AssessmentPage> page, string text)
    {
        await page.InvokeAsync(() => page.Find("#other-availability").InputAsync(text));
        await page.InvokeAsync(() => page.Find("#other-availability").BlurAsync());
    }

    private async Task<(IRenderedComponent<AssessmentPage> Page, AssessmentId Id)> OpenAsync()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        var page = Render<AssessmentPage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll("[data-question]").Count > 0);
        return (page, id);
    }
}
