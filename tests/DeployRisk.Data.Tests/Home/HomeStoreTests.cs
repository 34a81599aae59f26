using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;

namespace DeployRisk.Data.Tests.Home;

public sealed class HomeStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drafts_AreThoseStartedOrTouched_LastEditedFirst()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var bob = await database.UserAsync("Bob");
        var product = await database.ProductAsync(ada);
        await database.DraftAsync(product.Id, ada, "not mine");
        await database.DraftAsync(product.Id, bob, "mine");
        var touched = await database.DraftAsync(product.Id, ada, "touched");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Assessments.AnswerAsync(touched, "AVA-2", new Answer.AtLevel(1), bob, Stop);
        await database.Assessments.AnswerAsync(touched, "AVA-2", Answer.None, bob, Stop);
        await database.Assessments.AnswerAsync(touched, "USR-1", new Answer.AtLevel(1), bob, Stop);
        await database.SubmittedAsync(product.Id, bob, "submitted");

        var drafts = await database.Home.DraftsAsync(bob, Stop);

        Assert.Equal(["touched", "mine"], drafts.Select(draft => draft.Release));
        Assert.Equal(1, drafts[0].Answered);
    }

    [Fact]
    public async Task Visit_OnAFileThatMayNotBeWritten_IsToldAllTheSame()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        await database.Home.VisitAsync(ada, Stop);
        var began = database.Clock.GetUtcNow();
        database.Clock.Advance(TimeSpan.FromMinutes(31));

        database.Disk = Disk.ReadOnly;

        Assert.Equal(began, await database.Home.VisitAsync(ada, Stop));
    }

    [Fact]
    public async Task Results_AreThoseSinceTheTime_WithoutWithdrawnOnes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        await database.SubmittedAsync(product.Id, ada, "old");
        database.Clock.Advance(TimeSpan.FromDays(1));
        var since = database.Clock.GetUtcNow();
        await database.SubmittedAsync(product.Id, ada, "first");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.SubmittedAsync(product.Id, ada, "second");
        await database.Assessments.WithdrawAsync(await database.SubmittedAsync(product.Id, ada, "withdrawn"), ada, Stop);

        var recent = await database.Home.ResultsAsync(ada, since, null, 10, Stop);

        Assert.Equal(["second", "first"], recent.Results.Select(result => result.Result.Release));
        Assert.Equal("Ada", recent.Results[0].SubmittedBy.Name);
        Assert.Equal("second", Assert.Single((await database.Home.ResultsAsync(ada, since, null, 1, Stop)).Results).Result.Release);
        Assert.Equal(0, recent.News);
    }

    [Fact]
    public async Task News_AreResultsOfOthersSinceTheLastVisit_ThoseThatDoNotFitToo()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var bob = await database.UserAsync("Bob");
        var product = await database.ProductAsync(ada);
        await database.SubmittedAsync(product.Id, ada, "known");
        database.Clock.Advance(TimeSpan.FromDays(1));
        var visit = database.Clock.GetUtcNow();
        await database.SubmittedAsync(product.Id, ada, "first");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.SubmittedAsync(product.Id, bob, "his own");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.SubmittedAsync(product.Id, ada, "second");

        var all = await database.Home.ResultsAsync(bob, DateTimeOffset.MinValue, visit, 10, Stop);
        var one = await database.Home.ResultsAsync(bob, DateTimeOffset.MinValue, visit, 1, Stop);

        Assert.Equal(["second", "first"], all.Results.Where(result => result.IsNew).Select(result => result.Result.Release));
        Assert.Equal((2, 2), (all.News, one.News));
    }

    [Fact]
    public async Task Visits_AreThoseHalfAnHourApart()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var start = database.Clock.GetUtcNow();

        Assert.Null(await VisitAfterAsync(0));
        Assert.Null(await VisitAfterAsync(29));
        Assert.Equal(start, await VisitAfterAsync(30));
        Assert.Equal(start, await VisitAfterAsync(59));
        Assert.Equal(start.AddMinutes(30), await VisitAfterAsync(90));

        Task<DateTimeOffset?> VisitAfterAsync(int minutes)
        {
            database.Clock.SetUtcNow(start.AddMinutes(minutes));
            return database.Home.VisitAsync(ada, Stop);
        }
    }

    [Fact]
    public async Task Visits_OfTwoPagesAtOnce_AreOne()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        await database.Home.VisitAsync(ada, Stop);
        var first = database.Clock.GetUtcNow();
        database.Clock.Advance(TimeSpan.FromHours(1));

        var before = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Home.VisitAsync(ada, Stop), Stop)));

        Assert.All(before, visit => Assert.Equal(first, visit));
        Assert.Equal(first, await database.Home.VisitAsync(ada, Stop));
    }
}
