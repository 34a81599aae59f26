using DeployRisk.Data.Sample;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Sample;

/// <summary>A database with the sample organisation in English.</summary>
public sealed class SampleDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Who added the sample.</summary>
    public UserId User { get; private set; }

    public SampleStore Sample => Database.Services.GetRequiredService<SampleStore>();

    public DateOnly Today => DateOnly.FromDateTime(Database.Clock.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        User = await Database.StrangerAsync("Ada", OrganisationRole.Administrator);
        Assert.True(await Sample.AddAsync(Language.English, User));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>Everything there is of a product, the oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string product)
    {
        var id = (await Database.Products.ListAsync(Database.Reader)).Single(summary => summary.Name == product).Id;
        return [.. (await Database.Products.HistoryAsync(id, Database.Reader)).Entries.Reverse()];
    }

    /// <summary>The submissions of a product that count, the oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> SubmittedAsync(string product) =>
        [.. (await HistoryAsync(product)).Where(entry => entry.State == AssessmentState.Submitted)];

    public async Task<AssessmentResult> ResultAsync(AssessmentId id) => (await Database.Assessments.ResultAsync(id, Database.Reader))!.Result;
}
