using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Sample;

/// <summary>What the products of the sample tell stays true whatever happens to questions and rules.</summary>
public sealed class SampleStoryTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    [Fact]
    public async Task Payments_ImprovesAfterAnIncident()
    {
        var history = await sample.SubmittedAsync("Payments API");

        Assert.True(history[^1].Result!.Readiness > history[0].Result!.Readiness + 20);
        Assert.Equal("CCCNCCGCGG", Verdicts(history));
        Assert.Equal(history.MinBy(entry => entry.Result!.Readiness), history.Single(entry => entry.Result!.Verdict == Verdict.NoGo));
    }

    [Fact]
    public async Task Firmware_ErodesFromReleaseToRelease()
    {
        var readiness = (await sample.SubmittedAsync("Meter gateway firmware")).Select(entry => entry.Result!.Readiness).ToList();

        Assert.All(readiness.Zip(readiness.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.Equal("GGGGGCCCN", Verdicts(await sample.SubmittedAsync("Meter gateway firmware")));
    }

    [Fact]
    public async Task BackOffice_GoesOutAgainAndAgainWithTheSameOpenGates()
    {
        var history = await sample.SubmittedAsync("Policy administration");
        var open = new List<string>();
        foreach (var entry in history)
        {
            open.Add(string.Join(' ', (await sample.ResultAsync(entry.Id)).Card.Gates.Where(gate => gate.Effect != Domain.Questionnaires.GateEffect.Warning).Select(gate => gate.QuestionId)));
        }

        Assert.Equal("CCCCCCCC", Verdicts(history));
        Assert.Equal("ARC-4 STR-1", Assert.Single(open.Distinct()));
    }

    [Fact]
    public async Task Portal_GetsANoGoAndComesBack()
    {
        var history = await sample.SubmittedAsync("Citizen services portal");

        Assert.Equal("CCCGNCGGG", Verdicts(history));
        Assert.True(history[5].Result!.Readiness > history[4].Result!.Readiness + 15);
    }

    [Fact]
    public async Task TravellerApp_IsYoungAndHasAWithdrawnSubmission()
    {
        var history = await sample.HistoryAsync("Traveller app");

        Assert.Equal("NCCG", Verdicts(await sample.SubmittedAsync("Traveller app")));
        Assert.Single(history, entry => entry.State == AssessmentState.Withdrawn);
        Assert.All(history, entry => Assert.True(sample.Today.DayNumber - DateOnly.FromDateTime(entry.StartedAt.UtcDateTime).DayNumber < 180));
    }

    [Fact]
    public async Task Pipeline_IsSteady()
    {
        var history = await sample.SubmittedAsync("Market data pipeline");
        var readiness = history.Select(entry => entry.Result!.Readiness!.Value).ToList();

        Assert.Equal(new string('G', 11), Verdicts(history));
        Assert.True(readiness.Max() - readiness.Min() < 6);
    }

    [Fact]
    public async Task Drafts_AreTwoAtDifferentProgress()
    {
        var entries = new List<HistoryEntry>();
        foreach (var product in await sample.Database.Products.ListAsync(sample.Database.Reader, TestContext.Current.CancellationToken))
        {
            entries.AddRange((await sample.Database.Products.HistoryAsync(product.Id, sample.Database.Reader, cancellationToken: TestContext.Current.CancellationToken)).Entries);
        }

        var answered = new List<int>();
        foreach (var draft in entries.Where(entry => entry.State == AssessmentState.Draft))
        {
            answered.Add((await sample.Database.Assessments.LoadAsync(draft.Id, sample.Database.Reader, TestContext.Current.CancellationToken))!.Assessment.Entries.Count);
        }

        Assert.Equal(2, answered.Count);
        Assert.True(answered.Min() > 10 && answered.Max() > answered.Min() + 15);
    }

    [Fact]
    public async Task FirstPerson_HasADraftThatWaits()
    {
        var home = sample.Database.Services.GetRequiredService<HomeStore>();

        Assert.NotEmpty(await home.DraftsAsync((await sample.Sample.PeopleAsync(TestContext.Current.CancellationToken))[0].Id, TestContext.Current.CancellationToken));
    }

    private static string Verdicts(IEnumerable<HistoryEntry> history) =>
        string.Concat(history.Select(entry => entry.Result!.Verdict.ToString()[0]));
}
