using AngleSharp.Dom;
using Bunit;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>One reader's page while somebody else works on the same draft.</summary>
public sealed class TogetherTests : AssessContext
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task AnswerOfAnother_IsShownWithTheirName()
    {
        var (page, id, bob) = await OpenAsync();

        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), bob, Stop);

        await page.WaitForStateAsync(() => Choice(page, "AVA-1", "3").HasAttribute("checked"), Soon);
        Assert.Contains("Answered by Bob", Question(page, "AVA-1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswersThatMeet_LaterStandsAndTheEarlierIsTold()
    {
        var (page, id, bob) = await OpenAsync();
        await page.InvokeAsync(() => Choice(page, "AVA-1", "1").ChangeAsync("1"));
        await SavedAsync(page);

        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), bob, Stop);

        await page.WaitForStateAsync(() => Choice(page, "AVA-1", "3").HasAttribute("checked"), Soon);
        Assert.Contains("Bob answered just after you, and that answer stands. Yours was level 1.", Question(page, "AVA-1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswersThatMeet_LaterIsToldWhatItReplaced()
    {
        var (page, id, bob) = await OpenAsync();
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), bob, Stop);
        await page.WaitForStateAsync(() => Choice(page, "AVA-1", "3").HasAttribute("checked"), Soon);

        await page.InvokeAsync(() => Choice(page, "AVA-1", "1").ChangeAsync("1"));

        await page.WaitForStateAsync(
            () => Question(page, "AVA-1").Words().Contains("Bob had just answered level 3. Your answer is the later one and stands.", StringComparison.Ordinal), Soon);
        Assert.Equal(new Answer.AtLevel(1), (await StoredAsync(id, "AVA-1"))!.Answer);
    }

    [Fact]
    public async Task AnswersHoursApart_SayOnlyWhoAnswered()
    {
        var (page, id, bob) = await OpenAsync();
        await page.InvokeAsync(() => Choice(page, "AVA-1", "1").ChangeAsync("1"));
        await SavedAsync(page);
        Database.Clock.Advance(TimeSpan.FromHours(2));

        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), bob, Stop);

        await page.WaitForStateAsync(() => Question(page, "AVA-1").Words().Contains("Answered by Bob", StringComparison.Ordinal), Soon);
        Assert.Empty(Question(page, "AVA-1").QuerySelectorAll(".crossed"));
    }

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
    public async Task AnswerStoredByAnotherServer_IsShownWithTheNextChange()
    {
        var (page, id, bob) = await OpenAsync();
        await using var other = Database.AnotherServer();
        await other.GetRequiredService<AssessmentStore>().AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), bob, Stop);

        await page.InvokeAsync(() => Choice(page, "AVA-2", "1").ChangeAsync("1"));

        await page.WaitForStateAsync(() => Choice(page, "AVA-1", "3").HasAttribute("checked"), Soon);
        Assert.True(Choice(page, "AVA-2", "1").HasAttribute("checked"));
    }

    [Fact]
    public async Task AnswerStoredByAnotherServer_IsShownWithinASecond()
    {
        var (page, id, bob) = await OpenAsync();
        await using var other = Database.AnotherServer();
        await other.GetRequiredService<AssessmentStore>().AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), bob, Stop);

        await Patience.UntilAsync(
            () => Choice(page, "AVA-1", "3").HasAttribute("checked"),
            meanwhile: () => Database.Clock.Advance(OtherServers.Interval));
        Assert.Contains("Answered by Bob", Question(page, "AVA-1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubmittedOnAnotherServer_ClosesThePage()
    {
        var (page, id, bob) = await OpenAsync();
        await using var other = Database.AnotherServer();
        await Database.AnswerAllAsync(id, bob);
        await other.GetRequiredService<AssessmentStore>().SubmitAsync(id, bob, Stop);

        await Patience.UntilAsync(
            () => page.FindAll(".final").Count > 0,
            meanwhile: () => Database.Clock.Advance(OtherServers.Interval));
        Assert.Contains("Bob", page.Find(".final").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubmittedByAnother_ClosesThePage()
    {
        var (page, id, bob) = await OpenAsync();
        await Database.AnswerAllAsync(id, bob);

        await Database.Assessments.SubmitAsync(id, bob, Stop);

        await page.WaitForStateAsync(() => page.FindAll("fieldset[disabled]").Count > 0, Soon);
        Assert.Contains("Bob", page.Find(".final").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodyWhoComesAndGoes_IsNamedWhereTheyAre()
    {
        var (page, id, bob) = await OpenAsync();
        var feed = Services.GetRequiredService<ChangeFeed>();
        var theirs = Guid.NewGuid();

        feed.Publish(Presence.Of(id), new Presence.Here(theirs, bob, "Bob", "availability", "AVA-2", Asks: true));
        await page.WaitForStateAsync(() => Question(page, "AVA-2").Words().Contains("Bob here", StringComparison.Ordinal), Soon);
        Assert.Contains("Also here: Bob", page.Find(".together").Words(), StringComparison.Ordinal);

        feed.Publish(Presence.Of(id), new Presence.Gone(theirs));
        await page.WaitForStateAsync(() => page.FindAll(".together").Count == 0, Soon);
    }

    [Fact]
    public async Task WhoHasLeft_IsStillNamedAtWhatTheyAnswered()
    {
        var (page, id, _) = await OpenAsync();
        var carol = await Database.UserAsync("Carol");
        var feed = Services.GetRequiredService<ChangeFeed>();
        var theirs = Guid.NewGuid();
        feed.Publish(Presence.Of(id), new Presence.Here(theirs, carol, "Carol", "availability", "AVA-1", Asks: false));
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), carol, Stop);
        await page.WaitForStateAsync(() => Question(page, "AVA-1").Words().Contains("Answered by Carol", StringComparison.Ordinal), Soon);

        feed.Publish(Presence.Of(id), new Presence.Gone(theirs));

        await page.WaitForStateAsync(() => page.FindAll(".together").Count == 0, Soon);
        Assert.Contains("Answered by Carol", Question(page, "AVA-1").Words(), StringComparison.Ordinal);
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
    public async Task MemberTakenOutAndPutBack_FindsThePageEnded_WithNobodyOnIt()
    {
        var (page, id, bob) = await OpenAsync();
        var owner = await Database.StrangerAsync("Olga", OrganisationRole.Administrator);
        await Database.Members.RestrictAsync(Product.Id, restricted: true, owner, Stop);
        await Database.Members.SetAsync(Product.Id, bob, ProductRole.Owner, owner, Stop);
        var feed = Services.GetRequiredService<ChangeFeed>();
        feed.Publish(Presence.Of(id), new Presence.Here(Guid.NewGuid(), bob, "Bob", "availability", "AVA-1", Asks: false));
        await page.WaitForStateAsync(() => page.FindAll(".together").Count == 1, Soon);

        Assert.Equal(MemberOutcome.Done, await Database.Members.RemoveAsync(Product.Id, Me, owner, Stop));
        await page.WaitForStateAsync(() => page.FindAll(".final").Count == 1, Soon);
        Assert.Equal(MemberOutcome.Done, await Database.Members.SetAsync(Product.Id, Me, ProductRole.Contributor, owner, Stop));
        feed.Publish(Presence.Of(id), new Presence.Here(Guid.NewGuid(), bob, "Bob", "availability", "AVA-2", Asks: false));
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(4), bob, Stop);

        await Patience.UntilAsync(() => page.FindAll(".together").Count == 0);
        Assert.Contains("You can no longer open this draft", page.Find(".final").Words(), StringComparison.Ordinal);
        Assert.True(Question(page, "AVA-1").QuerySelector("fieldset")!.HasAttribute("disabled"));
        Assert.False(Choice(page, "AVA-1", "4").HasAttribute("checked"));
    }

    [Fact]
    public async Task MadeAReader_SeesWhatOthersAnswer_AndAnswersNothing()
    {
        var (page, id, bob) = await OpenAsync();
        var owner = await Database.StrangerAsync("Olga", OrganisationRole.Administrator);
        await Database.Members.SetAsync(Product.Id, bob, ProductRole.Owner, owner, Stop);

        Assert.Equal(MemberOutcome.Done, await Database.Members.SetAsync(Product.Id, Me, ProductRole.Viewer, owner, Stop));
        await page.WaitForStateAsync(() => page.FindAll(".final").Count == 1, Soon);
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(4), bob, Stop);

        await page.WaitForStateAsync(() => Choice(page, "AVA-1", "4").HasAttribute("checked"), Soon);
        Assert.True(Question(page, "AVA-1").QuerySelector("fieldset")!.HasAttribute("disabled"));
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

    [Fact]
    public async Task CopiedAnswers_AreConfirmedOneByOneOrByCategory()
    {
        await Database.SubmittedAsync(Product.Id, Me, "1.4.0", level: 3);
        var (page, id, _) = await OpenAsync();

        await page.InvokeAsync(() => page.Find(".copied button").ClickAsync());
        await page.WaitForStateAsync(() => page.FindAll("[data-confirm]").Count > 1, Soon);
        Assert.Equal("false", Question(page, "AVA-1").GetAttribute("data-answered"));
        Assert.Contains("from 1.4.0", Question(page, "AVA-1").Words(), StringComparison.Ordinal);

        await page.InvokeAsync(() => Question(page, "AVA-1").QuerySelector("[data-confirm]")!.ClickAsync());
        await SavedAsync(page);
        Assert.Equal("true", Question(page, "AVA-1").GetAttribute("data-answered"));
        Assert.Equal(AnswerOrigin.Person, (await StoredAsync(id, "AVA-1"))!.Origin);

        await page.InvokeAsync(() => page.Find(".copied button").ClickAsync());
        await page.WaitForStateAsync(() => page.FindAll("[data-confirm]").Count == 0, Soon);
        Assert.All(page.FindAll("[data-question]"), question => Assert.Equal("true", question.GetAttribute("data-answered")));
    }

    private static IElement Question(IRenderedComponent<AssessmentPage> page, string id) => page.Find($"[data-question='{id}']");

    private static IElement Choice(IRenderedComponent<AssessmentPage> page, string id, string value) =>
        page.Find($"[data-question='{id}'] input[type=radio][value='{value}']");

    private static List<string?> Links(IRenderedComponent<AssessmentPage> page) =>
        [.. Question(page, "AVA-1").QuerySelectorAll("input[type=url]").Select(field => field.GetAttribute("value"))];

    private static Task SavedAsync(IRenderedComponent<AssessmentPage> page) =>
        page.WaitForStateAsync(() => page.Find(".save").GetAttribute("data-state") is "saved", Soon);

    private async Task<(IRenderedComponent<AssessmentPage> Page, AssessmentId Id, UserId Bob)> OpenAsync()
    {
        var bob = await Database.UserAsync("Bob");
        var id = await Database.DraftAsync(Product.Id, Me, "1.5.0");
        var page = Render<AssessmentPage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll("[data-question]").Count > 0);
        return (page, id, bob);
    }
}
