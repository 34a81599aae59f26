using AngleSharp.Dom;
using Bunit;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>Notes and links while somebody else writes too.</summary>
public sealed class TextsTogetherTests : TogetherContext
{
    [Fact]
    public async Task NoteOfAnother_WhileTyping_IsKeptBesideTheTypedOne()
    {
        var (page, id, bob) = await OpenAsync();
        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync("mine"));

        await Database.Assessments.SaveNoteAsync(id, "AVA-1", "Bob's", "", bob, Stop);
        await page.InvokeAsync(() => page.Find("#AVA-1-note").BlurAsync());
        await SavedAsync(page);

        await page.WaitForStateAsync(() => page.FindAll(".earlier").Count == 1, Soon);
        Assert.Equal("mine", page.Find("#AVA-1-note").GetAttribute("value"));
        Assert.Contains("Bob's", page.Find(".earlier").Words(), StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find(".earlier button").ClickAsync());
        await page.InvokeAsync(() => page.Find("#AVA-1-note").BlurAsync());
        await SavedAsync(page);
        await page.WaitForStateAsync(() => page.FindAll(".earlier").Count == 0, Soon);
        Assert.Equal("mine\n\nBob's", (await StoredAsync(id, "AVA-1"))!.Note);
    }

    [Fact]
    public async Task NoteOfAnother_WhileNotTyping_ReplacesTheShownOne()
    {
        var (page, id, bob) = await OpenAsync();

        await Database.Assessments.SaveNoteAsync(id, "AVA-1", "Bob's", "", bob, Stop);

        await page.WaitForStateAsync(() => page.Find("#AVA-1-note").GetAttribute("value") == "Bob's", Soon);
        Assert.Empty(page.FindAll(".earlier"));
    }

    [Fact]
    public async Task LinkOfAnother_IsShownAndStaysWhenOneIsAdded()
    {
        var (page, id, bob) = await OpenAsync();
        await Database.Assessments.SaveEvidenceAsync(id, "AVA-1", ["https://bob.example/"], [], bob, Stop);
        await page.WaitForStateAsync(() => Question(page, "AVA-1").QuerySelector("input[type=url]")!.GetAttribute("value") == "https://bob.example/", Soon);

        await page.InvokeAsync(() => Question(page, "AVA-1").QuerySelector(".add")!.ClickAsync());
        await page.InvokeAsync(() => Question(page, "AVA-1").QuerySelectorAll("input[type=url]")[1].InputAsync("https://mine.example/"));
        await page.InvokeAsync(() => Question(page, "AVA-1").QuerySelectorAll("input[type=url]")[1].BlurAsync());
        await SavedAsync(page);

        Assert.Equal(["https://bob.example/", "https://mine.example/"], (await StoredAsync(id, "AVA-1"))!.Evidence);
    }

    [Fact]
    public async Task NoteOfAnother_WhileAReasonIsThoughtOf_LeavesItsField()
    {
        var (page, id, bob) = await OpenAsync();
        await page.InvokeAsync(() => Choice(page, "AVA-1", "notApplicable").ChangeAsync("notApplicable"));
        await page.WaitForStateAsync(() => page.FindAll("#AVA-1-reason").Count == 1, Soon);

        await Database.Assessments.SaveNoteAsync(id, "AVA-1", "Bob's", "", bob, Stop);

        await page.WaitForStateAsync(() => page.Find("#AVA-1-note").GetAttribute("value") == "Bob's", Soon);
        Assert.Single(page.FindAll("#AVA-1-reason"));
    }

    [Fact]
    public async Task NoteOfAnother_ComesNotBetweenTheLettersOfWhoWrites()
    {
        var (page, id, bob) = await OpenAsync();
        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync("The backup w"));
        await Patience.UntilAsync(
            () => page.Find(".save").GetAttribute("data-state") is "saved",
            meanwhile: () => Database.Clock.Advance(Autosave.TypingPause));

        await Database.Assessments.SaveNoteAsync(id, "AVA-1", "Nobody has", "", bob, Stop);
        await page.WaitForStateAsync(() => Question(page, "AVA-1").Words().Contains("The backup w", StringComparison.Ordinal), Soon);
        Assert.Equal("The backup w", page.Find("#AVA-1-note").GetAttribute("value"));
        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync("The backup was restored"));
        await page.InvokeAsync(() => page.Find("#AVA-1-note").BlurAsync());
        await SavedAsync(page);

        var stored = (await StoredAsync(id, "AVA-1"))!;
        Assert.Equal(("The backup was restored", "Nobody has"), (stored.Note, Assert.Single(stored.EarlierNotes).Text));
    }

    [Fact]
    public async Task NoteOfAnother_WhoWasLater_IsShownWhenTheFieldIsLeft()
    {
        var (page, id, bob) = await OpenAsync();
        await page.InvokeAsync(() => page.Find("#AVA-1-note").InputAsync("Mine"));
        await Patience.UntilAsync(
            () => page.Find(".save").GetAttribute("data-state") is "saved",
            meanwhile: () => Database.Clock.Advance(Autosave.TypingPause));
        await Database.Assessments.SaveNoteAsync(id, "AVA-1", "Bob's", "", bob, Stop);
        await page.WaitForStateAsync(() => page.FindAll(".earlier").Count > 0, Soon);

        await page.InvokeAsync(() => page.Find("#AVA-1-note").BlurAsync());

        await page.WaitForStateAsync(() => page.Find("#AVA-1-note").GetAttribute("value") == "Bob's", Soon);
        Assert.Equal("Mine", Assert.Single((await StoredAsync(id, "AVA-1"))!.EarlierNotes).Text);
    }

    [Fact]
    public async Task LinkOfAnother_LeavesTheUnfinishedOneWhereItIs()
    {
        var (page, id, bob) = await OpenAsync();
        await page.InvokeAsync(() => Question(page, "AVA-1").QuerySelector("input[type=url]")!.InputAsync("https://unfinished .example"));
        await page.InvokeAsync(() => Question(page, "AVA-1").QuerySelector("input[type=url]")!.BlurAsync());
        await SavedAsync(page);

        await Database.Assessments.SaveEvidenceAsync(id, "AVA-1", ["https://bob.example/"], [], bob, Stop);

        await page.WaitForStateAsync(() => Links(page).Contains("https://bob.example/"), Soon);
        Assert.Equal("https://unfinished .example", Links(page)[0]);
    }
}
