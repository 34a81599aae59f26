using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Auditing;

/// <summary>What administrators read of the audit trail.</summary>
public sealed class AuditStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private UserId _ada;
    private UserId _bob;
    private Product _ledger = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AuditStore Audit => _database.Services.GetRequiredService<AuditStore>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _database.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        _ada = await _database.StrangerAsync("Ada", OrganisationRole.Administrator);
        _bob = await _database.StrangerAsync("Bob");
        _ledger = await _database.ProductAsync(_bob, "Ledger");
        await _database.ProductAsync(_ada, "Portal");
        await _database.DraftAsync(_ledger.Id, _bob, "Whistle 1");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Records_AreTheLatestFirst_WithNames()
    {
        var entries = (await ReadAsync()).Entries;

        Assert.Equal([AuditAction.AssessmentStarted, AuditAction.ProductCreated, AuditAction.ProductCreated], entries.Select(entry => entry.Action));
        Assert.Equal(("Bob", "Ledger", "Whistle 1"), (entries[0].By.Name, entries[0].Product?.Name, entries[0].Details));
        Assert.Equal([3L, 2L, 1L], entries.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task Filters_LeaveOutWhatIsNotAskedFor()
    {
        Assert.Equal([2L], await NumbersAsync(AuditFilter.Everything with { Person = _ada }));
        Assert.Equal([3L, 1L], await NumbersAsync(AuditFilter.Everything with { Product = _ledger.Slug.Value }));
        Assert.Equal([2L, 1L], await NumbersAsync(AuditFilter.Everything with { Action = AuditAction.ProductCreated }));
        Assert.Empty(await NumbersAsync(AuditFilter.Everything with { Period = new HistoryPeriod(_database.Clock.GetUtcNow(), null) }));
        Assert.Equal(3, (await NumbersAsync(AuditFilter.Everything with { Period = new HistoryPeriod(null, _database.Clock.GetUtcNow()) })).Count);
        Assert.Empty(await NumbersAsync(AuditFilter.Everything with { Product = "no-such-product" }));
    }

    [Fact]
    public async Task WhoWasTheSubject_IsFoundToo()
    {
        await _database.Services.GetRequiredService<Stores.People.PeopleStore>().DisableAsync(_bob, _ada, Stop);

        var entry = (await ReadAsync(AuditFilter.Everything with { Person = _bob })).Entries[0];

        Assert.Equal((AuditAction.PersonDisabled, "Ada", "Bob"), (entry.Action, entry.By.Name, entry.SubjectName));
    }

    [Fact]
    public async Task OlderRecords_FollowThePageBefore()
    {
        var first = (await Audit.ReadAsync(null, null, 2, _ada, Stop))!;
        var second = (await Audit.ReadAsync(null, first.Entries[^1].Sequence, 2, _ada, Stop))!;

        Assert.Equal([3L, 2L], first.Entries.Select(entry => entry.Sequence));
        Assert.Equal([1L], second.Entries.Select(entry => entry.Sequence));
        Assert.Equal((true, false), (first.HasOlder, second.HasOlder));
    }

    [Fact]
    public async Task AssessmentsOfARestrictedProduct_AreTold_ButNotWhatTheyAreCalled()
    {
        Assert.Equal(MemberOutcome.Done, await _database.Members.RemoveAsync(_ledger.Id, _ada, _bob, Stop));
        Assert.Equal(MemberOutcome.Done, await _database.Members.RestrictAsync(_ledger.Id, restricted: true, _bob, Stop));

        var entry = (await ReadAsync(AuditFilter.Everything with { Action = AuditAction.AssessmentStarted })).Entries.Single();

        Assert.Null(entry.Details);
        Assert.Equal("Bob", entry.By.Name);
        await _database.Members.SetAsync(_ledger.Id, _ada, ProductRole.Viewer, _ada, Stop);
        Assert.Equal("Whistle 1", (await ReadAsync(AuditFilter.Everything with { Action = AuditAction.AssessmentStarted })).Entries.Single().Details);
    }

    [Fact]
    public async Task Export_GivesEveryRecordInOrder_AndIsNoted()
    {
        // More than are read at once.
        foreach (var index in Enumerable.Range(0, 520))
        {
            await _database.Services.GetRequiredService<Stores.People.SignInRecords>().SignedInAsync(_bob, Stop);
        }

        var exported = await (await Audit.ExportAsync(null, "csv", _ada, Stop))!.ToListAsync(Stop);

        Assert.Equal(Enumerable.Range(1, 524).Select(number => (long)number), exported.Select(entry => entry.Sequence));
        Assert.Equal(AuditAction.AuditExported, exported[^1].Action);
        Assert.Equal((await Audit.HeadAsync(_ada, Stop))!.Hash, exported[^1].Hash);
    }

    private async Task<AuditRecords> ReadAsync(AuditFilter? filter = null) => (await Audit.ReadAsync(filter, null, 50, _ada, Stop))!;

    private async Task<IReadOnlyList<long>> NumbersAsync(AuditFilter filter) => [.. (await ReadAsync(filter)).Entries.Select(entry => entry.Sequence)];
}
