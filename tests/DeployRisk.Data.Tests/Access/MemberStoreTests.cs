using System.Collections.Concurrent;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Access;

public sealed class MemberStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Product _product = null!;
    private UserId _ada;
    private UserId _bob;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private MemberStore Members => _database.Members;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ada = await _database.StrangerAsync("Ada");
        _product = await _database.ProductAsync(_ada);
        _bob = await _database.StrangerAsync("Bob");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Maker_OwnsTheProduct_AndTakesOthersIn()
    {
        Assert.Equal(["Bob"], (await Members.CandidatesAsync(_product.Id, _ada, Stop)).Select(person => person.Name));

        Assert.Equal(MemberOutcome.Done, await Members.SetAsync(_product.Id, _bob, ProductRole.Contributor, _ada, Stop));
        Assert.Equal(MemberOutcome.Done, await Members.SetAsync(_product.Id, _bob, ProductRole.Viewer, _ada, Stop));

        Assert.Equal([("Ada", ProductRole.Owner), ("Bob", ProductRole.Viewer)], await ListedAsync(_ada));
        Assert.Empty(await Members.CandidatesAsync(_product.Id, _ada, Stop));
        Assert.Equal(["Bob - > Contributor", "Bob Contributor > Viewer"], await NotedAsync(AuditAction.MemberChanged));
    }

    [Fact]
    public async Task LastOwner_StaysOne()
    {
        Assert.Equal(MemberOutcome.LastOwner, await Members.RemoveAsync(_product.Id, _ada, _ada, Stop));
        Assert.Equal(MemberOutcome.LastOwner, await Members.SetAsync(_product.Id, _ada, ProductRole.Contributor, _ada, Stop));

        Assert.Equal([("Ada", ProductRole.Owner)], await ListedAsync(_bob));
        Assert.Empty(await NotedAsync(AuditAction.MemberChanged));
    }

    [Fact]
    public async Task TwoOwners_WhoRemoveEachOtherAtOnce_LeaveOne()
    {
        await Members.SetAsync(_product.Id, _bob, ProductRole.Owner, _ada, Stop);

        var outcomes = await Task.WhenAll(
            Task.Run(() => Members.RemoveAsync(_product.Id, _bob, _ada, Stop), Stop),
            Task.Run(() => Members.RemoveAsync(_product.Id, _ada, _bob, Stop), Stop));

        Assert.Single(outcomes, MemberOutcome.Done);
        Assert.Single(await ListedAsync(_ada));
    }

    [Fact]
    public async Task OwnerWhoIsDisabled_DoesNotCount()
    {
        var admin = await _database.StrangerAsync("Carol", OrganisationRole.Administrator);
        await Members.SetAsync(_product.Id, _bob, ProductRole.Owner, _ada, Stop);
        await _database.Services.GetRequiredService<Stores.People.PeopleStore>().DisableAsync(_bob, admin, Stop);

        Assert.Equal(MemberOutcome.LastOwner, await Members.RemoveAsync(_product.Id, _ada, _ada, Stop));
    }

    [Fact]
    public async Task UnknownRole_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Members.SetAsync(_product.Id, _bob, (ProductRole)99, _ada, Stop));

    [Fact]
    public async Task Restricted_IsNotThereForOthers_AndThereAgainWhenOpened()
    {
        var submitted = await _database.SubmittedAsync(_product.Id, _ada);
        Assert.Equal(MemberOutcome.Done, await Members.RestrictAsync(_product.Id, restricted: true, _ada, Stop));

        Assert.Null(await _database.Products.FindAsync("payments", _bob, Stop));
        Assert.Empty(await _database.Products.ListAsync(_bob, Stop));
        Assert.Empty((await _database.Home.ResultsAsync(_bob, DateTimeOffset.MinValue, null, 10, Stop)).Results);
        Assert.Null(await Members.FindAsync("payments", _bob, Stop));
        Assert.Equal(new CreateProductOutcome.NameTaken(null), await _database.Products.CreateAsync("Payments", "", _bob, Stop));
        Assert.True((await _database.Products.FindAsync("payments", _ada, Stop))!.Product.IsRestricted);

        Assert.Equal(MemberOutcome.Done, await Members.RestrictAsync(_product.Id, restricted: false, _ada, Stop));
        Assert.NotNull(await _database.Assessments.ResultAsync(submitted, _bob, Stop));
        Assert.Single(await NotedAsync(AuditAction.ProductRestricted));
        Assert.Single(await NotedAsync(AuditAction.ProductOpened));
    }

    [Fact]
    public async Task MemberTakenOut_HasTheDraftNoMore_AndOpenPagesHearOfIt()
    {
        await Members.SetAsync(_product.Id, _bob, ProductRole.Contributor, _ada, Stop);
        await Members.RestrictAsync(_product.Id, restricted: true, _ada, Stop);
        var draft = await _database.DraftAsync(_product.Id, _bob);
        Assert.Single(await _database.Home.DraftsAsync(_bob, Stop));
        var revision = await _database.Assessments.RevisionAsync(draft, _ada, Stop);
        var news = new ConcurrentQueue<AssessmentNews>();
        using var listening = _database.Services.GetRequiredService<ChangeFeed>().Subscribe(AssessmentNews.Of(draft), told =>
        {
            news.Enqueue(told);
            return Task.CompletedTask;
        });

        Assert.Equal(MemberOutcome.Done, await Members.RemoveAsync(_product.Id, _bob, _ada, Stop));

        Assert.Empty(await _database.Home.DraftsAsync(_bob, Stop));
        var refused = Assert.IsType<EditOutcome.Refused>(await _database.Assessments.AnswerAsync(draft, "AVA-1", new Answer.AtLevel(3), _bob, Stop));
        Assert.IsType<Refusal.Missing>(refused.Why);
        Assert.Equal(revision + 1, await _database.Assessments.RevisionAsync(draft, _ada, Stop));
        Assert.True(SpinWait.SpinUntil(() => news.Count == 1, TimeSpan.FromSeconds(30)));
        Assert.Equal(revision + 1, Assert.IsType<AssessmentNews.MuchChanged>(news.Single()).Revision);
    }

    [Fact]
    public async Task Viewer_IsRefusedByName()
    {
        var draft = await _database.DraftAsync(_product.Id, _ada);

        var refused = Assert.IsType<EditOutcome.Refused>(await _database.Assessments.AnswerAsync(draft, "AVA-1", new Answer.AtLevel(3), _bob, Stop));

        Assert.IsType<Refusal.NotAllowed>(refused.Why);
        Assert.IsType<StartOutcome.NotAllowed>(await _database.Assessments.StartAsync(_product.Id, TestKit.Builders.Releases.Of("2.0.0"), _bob, Stop));
        Assert.IsType<RenameProductOutcome.NotAllowed>(await _database.Products.RenameAsync(_product.Id, "Mine", "", _bob, Stop));
        Assert.Equal(MemberOutcome.NotAllowed, await Members.SetAsync(_product.Id, _bob, ProductRole.Owner, _bob, Stop));
    }

    [Fact]
    public async Task Administrator_SeesWhoLooksAfterWhat()
    {
        var carol = await _database.StrangerAsync("Carol", OrganisationRole.Administrator);
        await Members.RestrictAsync(_product.Id, restricted: true, _ada, Stop);

        var listed = Assert.Single(await Members.ListAsync(carol, Stop));

        Assert.Equal(("Payments", true, 1), (listed.Name, listed.IsRestricted, listed.Members));
        Assert.Equal(["Ada"], listed.Owners);
        Assert.Empty(await Members.ListAsync(_ada, Stop));
    }

    private async Task<IEnumerable<(string Name, ProductRole Role)>> ListedAsync(UserId reader) =>
        (await Members.FindAsync(_product.Slug.Value, reader, Stop))!.Members.Select(member => (member.Person.Name, member.Role));

    private async Task<IReadOnlyList<string>> NotedAsync(AuditAction action)
    {
        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        return [.. (await context.Audit.Where(row => row.Action == action).Select(row => row.Details).ToListAsync(Stop)).Order(StringComparer.Ordinal)];
    }
}
