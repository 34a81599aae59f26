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
        Assert.Equal("Ada", drafts[0].StartedBy.Name);
        Assert.Equal("payments", drafts[0].ProductSlug.Value);
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

        var results = await database.Home.ResultsSinceAsync(since, 10, Stop);

        Assert.Equal(["second", "first"], results.Select(result => result.Result.Release));
        Assert.Equal("Ada", results[0].SubmittedBy.Name);
        Assert.Equal("second", Assert.Single(await database.Home.ResultsSinceAsync(since, 1, Stop)).Result.Release);
    }
}
