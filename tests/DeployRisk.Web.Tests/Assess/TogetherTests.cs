using Bunit;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>One reader's page while somebody else works on the same draft.</summary>
public sealed class TogetherTests : TogetherContext
{
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
}
