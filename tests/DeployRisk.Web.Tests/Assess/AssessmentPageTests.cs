using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Tests.Running;
using Microsoft.JSInterop;

namespace DeployRisk.Web.Tests.Assess;

public sealed class AssessmentPageTests : AssessContext
{
    [Fact]
    public async Task Level_IsStoredWithWhoAndWhen_AndMovesTheRange()
    {
        var (page, id) = await OpenAsync();
        var before = page.Find(".sofar .readiness").Words();

        await ChooseAsync(page, "AVA-1", "3");
        await SavedAsync(page);

        var entry = await StoredAsync(id, "AVA-1");
        Assert.Equal(new Answer.AtLevel(3), entry!.Answer);
        Assert.NotEqual(before, page.Find(".sofar .readiness").Words());
    }

    [Fact]
    public async Task ScriptOfTheKeys_ThatDoesNotCome_TakesNothingButTheKeys()
    {
        JSInterop.SetupModule("./Features/Assess/Shortcuts.razor.js").SetupVoid("start", _ => true).SetException(new JSException("Failed to fetch"));

        var (page, id) = await OpenAsync();
        await ChooseAsync(page, "AVA-1", "3");
        await SavedAsync(page);

        Assert.Equal(new Answer.AtLevel(3), (await StoredAsync(id, "AVA-1"))!.Answer);
        Assert.Empty(page.FindAll("[data-shortcuts-open]"));
    }

    [Fact]
    public async Task OpenGate_IsShownAtItsQuestionAndBesideSoFar()
    {
        var (page, _) = await OpenAsync();

        await ChooseAsync(page, "AVA-2", "0");

        Assert.NotNull(Question(page, "AVA-2").QuerySelector(".gate"));
        Assert.Contains("AVA-2", page.Find(".sofar").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotApplicable_CountsOnceThereIsAReason()
    {
        var (page, id) = await OpenAsync();

        await ChooseAsync(page, "AVA-1", "notApplicable");
        Assert.Equal("false", Question(page, "AVA-1").GetAttribute("data-answered"));
        await page.InvokeAsync(() => page.Find("#AVA-1-reason").InputAsync("Nobody uses it yet"));
        await page.InvokeAsync(() => page.Find("#AVA-1-reason").BlurAsync());
        await SavedAsync(page);

        Assert.Equal(new Answer.NotApplicable("Nobody uses it yet"), (await StoredAsync(id, "AVA-1"))!.Answer);
        Assert.Equal("true", Question(page, "AVA-1").GetAttribute("data-answered"));
    }

    [Fact]
    public async Task NotApplicable_WithoutAReason_StandsBesideTheStateOfSaving()
    {
        var (page, _) = await OpenAsync();
        await ChooseAsync(page, "AVA-3", "notApplicable");
        Assert.Contains("AVA-3 waits for its reason", page.Find(".save").Words(), StringComparison.Ordinal);
        await ChooseAsync(page, "AVA-1", "3");
        await SavedAsync(page);
        Assert.DoesNotContain("AVA-1", page.Find(".save").Words(), StringComparison.Ordinal);

        await ChooseAsync(page, "AVA-1", "notApplicable");

        Assert.Contains("AVA-1 waits for its reason", page.Find(".save").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotApplicable_WhoseReasonIsCleared_IsUnansweredAgain()
    {
        var (page, id) = await OpenAsync();
        await ChooseAsync(page, "AVA-1", "notApplicable");
        await page.InvokeAsync(() => page.Find("#AVA-1-reason").InputAsync("Nobody"));
        await page.InvokeAsync(() => page.Find("#AVA-1-reason").BlurAsync());
        await SavedAsync(page);

        await page.InvokeAsync(() => page.Find("#AVA-1-reason").InputAsync(" "));
        await page.InvokeAsync(() => page.Find("#AVA-1-reason").BlurAsync());
        await SavedAsync(page);

        Assert.Equal(Answer.None, (await StoredAsync(id, "AVA-1"))?.Answer ?? Answer.None);
        Assert.Equal("false", Question(page, "AVA-1").GetAttribute("data-answered"));
    }

    [Fact]
    public async Task NotApplicable_IsOfferedOnlyWhereTheQuestionAllowsIt()
    {
        var (page, _) = await OpenAsync();

        var offered = page.FindAll("[data-question]")
            .Where(question => question.QuerySelector("input[value=notApplicable]") is not null)
            .Select(question => question.Id);

        Assert.Equal(
            Database.Questionnaire.Questions.Where(question => question is { CategoryId: "availability", NotApplicable: not null }).Select(question => question.Id),
            offered);
    }

    [Fact]
    public async Task Note_IsKeptAsTyped_MarkupIncluded()
    {
        var (page, id) = await OpenAsync();
        var note = "<script>alert(1)</script>" + new string('é', AnswerEntry.MaxNoteLength - 25);

        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync(note));
        await page.InvokeAsync(() => page.Find("#AVA-1-note").BlurAsync());
        await SavedAsync(page);

        Assert.Equal(note, (await StoredAsync(id, "AVA-1"))!.Note);
        Assert.Empty(page.FindAll("main script, article script"));
    }

    [Fact]
    public async Task Note_LongerThanAllowed_IsRefusedWithTheLimitAndStays()
    {
        var (page, id) = await OpenAsync();
        var note = new string('x', AnswerEntry.MaxNoteLength + 1);

        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync(note));
        await page.InvokeAsync(() => page.Find("#AVA-1-note").BlurAsync());
        await page.WaitForAssertionAsync(() => Assert.Contains("10000", Question(page, "AVA-1").QuerySelector(".refusal").Words().Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.Equal(note, page.Find("#AVA-1-note").GetAttribute("value"));
        Assert.Null(await StoredAsync(id, "AVA-1"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/report")]
    [InlineData("see the wiki")]
    public async Task EvidenceLink_OtherThanHttp_IsNotStoredAndSaysWhatToWrite(string link)
    {
        var (page, id) = await OpenAsync();
        IElement Field() => Question(page, "AVA-1").QuerySelector(".links input")!;

        await page.InvokeAsync(() => Field().InputAsync(link));
        await page.InvokeAsync(() => Field().BlurAsync());

        await page.WaitForAssertionAsync(() => Assert.Contains("https://", Question(page, "AVA-1").QuerySelector(".links .error").Words(), StringComparison.Ordinal));
        Assert.Equal(link, Field().GetAttribute("value"));
        await SavedAsync(page);
        Assert.Contains("but not the link of AVA-1", page.Find(".save").Words(), StringComparison.Ordinal);
        Assert.Empty((await StoredAsync(id, "AVA-1"))?.Evidence ?? []);
    }

    [Fact]
    public async Task LockedDatabase_IsSaid_AndEverythingIsStoredByItselfOnceItIsReleased()
    {
        var (page, id) = await OpenAsync();
        await using (await LockDatabaseAsync())
        {
            await ChooseAsync(page, "AVA-1", "3");
            await ChooseAsync(page, "AVA-2", "unknown");
            await page.WaitForStateAsync(() => page.Find(".save").GetAttribute("data-state") == "failed", TimeSpan.FromSeconds(20));
        }

        Assert.Null(await StoredAsync(id, "AVA-1"));
        Assert.Contains("Another program is keeping the database busy", page.Find(".save").Words(), StringComparison.Ordinal);
        Assert.Contains("Waiting on this page: 2.", page.Find(".save").Words(), StringComparison.Ordinal);
        Database.Clock.Advance(Autosave.FirstRest);
        await SavedAsync(page);

        Assert.Equal(new Answer.AtLevel(3), (await StoredAsync(id, "AVA-1"))!.Answer);
        Assert.Equal(Answer.DontKnow, (await StoredAsync(id, "AVA-2"))!.Answer);
    }

    [Fact]
    public async Task SubmittedMeanwhile_ShowsWhatWasStored_AndKeepsTheTextThatCameTooLate()
    {
        var (page, id) = await OpenAsync();
        await ChooseAsync(page, "AVA-1", "1");
        await SavedAsync(page);
        var grace = await Database.UserAsync("Grace");
        await Database.Assessments.MarkRestUnknownAsync(id, grace, Stop);
        await Database.Assessments.SubmitAsync(id, grace, Stop);

        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync("Too late"));
        await ChooseAsync(page, "AVA-1", "4");

        await page.WaitForAssertionAsync(() => Assert.Contains("Grace", page.Find(".final").Words(), StringComparison.Ordinal));
        // The news that it was submitted may come before the refusal of the late answer.
        await page.WaitForAssertionAsync(() => Assert.True(Choice(page, "AVA-1", "1").HasAttribute("checked")));
        Assert.True(Question(page, "AVA-1").QuerySelector("fieldset")!.HasAttribute("disabled"));
        Assert.Equal("Too late", page.Find("#AVA-1-note").GetAttribute("value"));
        Assert.Equal(new Answer.AtLevel(1), (await StoredAsync(id, "AVA-1"))!.Answer);
    }

    [Fact]
    public async Task TextThatIsBeingTypedWhenItEnds_IsToldAndHoldsNobodyBack()
    {
        var (page, id) = await OpenAsync();
        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync("Still typing"));
        var grace = await Database.UserAsync("Grace");
        await Database.Assessments.MarkRestUnknownAsync(id, grace, Stop);

        await Database.Assessments.SubmitAsync(id, grace, Stop);

        await page.WaitForAssertionAsync(() => Assert.Contains("typed after the end", page.Find(".save").Words(), StringComparison.Ordinal));
        Assert.Equal("false", page.Find(".save").GetAttribute("data-unsaved"));
        Assert.Equal("Still typing", page.Find("#AVA-1-note").GetAttribute("value"));
    }

    [Fact]
    public async Task Saving_IsSpoken_WithHowFarItIs()
    {
        var (page, _) = await OpenAsync();
        await ChooseAsync(page, "AVA-1", "3");
        await SavedAsync(page);

        var told = new Regex("Saved .+ 1 of [0-9]+ answered. Readiness so far 80.0");
        await Patience.UntilAsync(
            () => told.IsMatch(page.Find("[aria-live=polite]").Words()),
            meanwhile: () => Database.Clock.Advance(TimeSpan.FromSeconds(2)));
        Assert.Matches(told, page.Find("[aria-live=polite]").Words());
    }

    [Fact]
    public async Task Missing_SaysSo()
    {
        var page = Render<AssessmentPage>(parameters => parameters.Add(shown => shown.Id, Guid.CreateVersion7()));

        await page.WaitForAssertionAsync(() => Assert.Equal("There is no such assessment", page.Find("h1").Words()));
    }

    private async Task<(IRenderedComponent<AssessmentPage> Page, AssessmentId Id)> OpenAsync()
    {
        var id = await Database.DraftAsync(Product.Id, Me);
        var page = Render<AssessmentPage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll("[data-question]").Count > 0);
        return (page, id);
    }

    private static IElement Question(IRenderedComponent<AssessmentPage> page, string id) => page.Find($"[data-question='{id}']");

    private static IElement Choice(IRenderedComponent<AssessmentPage> page, string id, string value) =>
        page.Find($"[data-question='{id}'] input[type=radio][value='{value}']");

    private static Task ChooseAsync(IRenderedComponent<AssessmentPage> page, string id, string value) =>
        page.InvokeAsync(() => Choice(page, id, value).ChangeAsync(value));

    private static Task SavedAsync(IRenderedComponent<AssessmentPage> page) =>
        page.WaitForStateAsync(() => page.Find(".save").GetAttribute("data-state") is "saved", TimeSpan.FromSeconds(20));
}
