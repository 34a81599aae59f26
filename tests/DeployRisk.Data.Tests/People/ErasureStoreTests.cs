using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.People;

/// <summary>What goes with an account, what stays, and who cannot be let go yet.</summary>
public sealed class ErasureStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Product _product = null!;
    private UserId _ada;
    private UserId _bob;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ErasureStore Erasures => _database.Services.GetRequiredService<ErasureStore>();

    private PeopleStore People => _database.Services.GetRequiredService<PeopleStore>();

    private AuditStore Audit => _database.Services.GetRequiredService<AuditStore>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ada = await _database.StrangerAsync("Ada", OrganisationRole.Administrator);
        _product = await _database.ProductAsync(_ada, "Ledger");
        _bob = await _database.UserAsync("Bob");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Erased_HasNoAccount_AndWhatTheyDidHasNoName()
    {
        var id = await _database.SubmittedAsync(_product.Id, _bob);

        Assert.IsType<EraseOutcome.Erased>(await Erasures.EraseAsync(_bob, _bob, Stop));

        var result = (await _database.Assessments.ResultAsync(id, _ada, Stop))!;
        Assert.Equal(_bob, result.Assessment.Submitted!.By);
        Assert.False(result.Names.ContainsKey(_bob));
        Assert.Equal(["Ada"], (await _database.Members.FindAsync(_product.Slug.Value, _ada, Stop))!.Members.Select(member => member.Person.Name));
        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        Assert.Equal([_ada.Value], await context.Users.Select(user => user.Id).ToListAsync(Stop));
        Assert.Null(await _database.Assessments.LoadAsync(id, _bob, Stop));
    }

    [Fact]
    public async Task Erased_LeavesNothingOfHowTheySignedIn()
    {
        await using (var scope = _database.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>();
            var bob = (await users.FindByIdAsync(_bob.Value.ToString()))!;
            await users.SetAuthenticationTokenAsync(bob, "[AspNetUserStore]", "RecoveryCodes", "a;b");
            await users.AddOrUpdatePasskeyAsync(bob, new UserPasskeyInfo([1], [2], _database.Clock.GetUtcNow(), 0, [], true, false, false, [3], [4]));
        }

        await People.ChangeRolesAsync(_bob, [OrganisationRole.Coach], _ada, Stop);
        await Erasures.EraseAsync(_bob, _ada, Stop);

        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        Assert.False(await context.UserTokens.AnyAsync(row => row.UserId == _bob.Value, Stop));
        Assert.False(await context.UserPasskeys.AnyAsync(row => row.UserId == _bob.Value, Stop));
        Assert.False(await context.UserRoles.AnyAsync(row => row.UserId == _bob.Value, Stop));
        Assert.False(await context.ProductMembers.AnyAsync(row => row.PersonId == _bob.Value, Stop));
    }

    [Fact]
    public async Task Trail_StaysWhole_KeepsTheId_AndTellsTheNameNoMore()
    {
        await People.DisableAsync(_bob, _ada, Stop);
        await People.EnableAsync(_bob, _ada, Stop);
        await _database.Members.SetAsync(_product.Id, _bob, ProductRole.Viewer, _ada, Stop);
        await _database.Services.GetRequiredService<MailRecords>().PasswordLinkAsync(
            new PasswordLink(_bob, "", "bob@example.com", null, _database.Clock.GetUtcNow()), sent: true, _ada, Stop);

        await Erasures.EraseAsync(_bob, _bob, Stop);

        var entries = (await Audit.ReadAsync(AuditFilter.Everything with { Person = _bob }, null, 50, _ada, Stop))!.Entries;
        Assert.Equal(
            [AuditAction.PersonErased, AuditAction.LinkMailed, AuditAction.MemberChanged, AuditAction.PersonEnabled, AuditAction.PersonDisabled],
            entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(_bob.Value, entry.SubjectId));
        Assert.All(entries, entry => Assert.DoesNotContain("bob", $"{entry.By.Name} {entry.SubjectName} {entry.Details} {entry.Unnamed}", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Contributor > Viewer", entries[2].Unnamed);
        var own = (await _database.Services.GetRequiredService<OwnDataStore>().ExportAsync(_ada, Stop))!;
        Assert.All(await own.AuditTrail.ToListAsync(Stop), record => Assert.DoesNotContain("bob", record.Details ?? "", StringComparison.OrdinalIgnoreCase));
        Assert.IsType<AuditVerification.Whole>(await _database.Services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop));
    }

    [Fact]
    public async Task Invitations_OfTheErasedEnd_AndTheirAddressIsGone()
    {
        var carl = await JoinAsync("carl@example.com", OrganisationRole.Administrator);
        await People.InviteAsync("dora@example.com", [], carl, Stop);
        await People.InviteAsync("eve@example.com", [], _ada, Stop);

        Assert.IsType<EraseOutcome.Erased>(await Erasures.EraseAsync(carl, _ada, Stop));

        Assert.Equal(["eve@example.com"], (await People.InvitationsAsync(_ada, Stop)).Select(invitation => invitation.Email));
        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        Assert.Equal(["dora@example.com", "eve@example.com"], await context.Invitations.Select(row => row.Email).Order().ToListAsync(Stop));
        var entries = (await Audit.ReadAsync(null, null, 50, _ada, Stop))!.Entries;
        Assert.DoesNotContain(entries, entry => entry.Details?.Contains("carl", StringComparison.OrdinalIgnoreCase) == true);
        Assert.Contains(entries, entry => entry.Action == AuditAction.PersonInvited && entry.Unnamed == "Administrator");
        Assert.IsType<InviteOutcome.Invited>(await People.InviteAsync("carl@example.com", [], _ada, Stop));
    }

    [Fact]
    public async Task LastAdministrator_StaysUntilThereIsAnother()
    {
        await _database.Members.SetAsync(_product.Id, _bob, ProductRole.Owner, _ada, Stop);

        var refused = Assert.IsType<EraseOutcome.Refused>(await Erasures.EraseAsync(_ada, _ada, Stop));
        Assert.Equal((true, 0), (refused.Why.IsLastAdministrator, refused.Why.OwnedAlone.Count));
        Assert.Equal(OrganisationRole.Administrator, Assert.Single((await People.ListAsync(_ada, Stop)).Single(person => person.Id == _ada).Roles));

        await People.ChangeRolesAsync(_bob, [OrganisationRole.Administrator], _ada, Stop);
        Assert.True((await Erasures.FindAsync(_ada, _ada, Stop))!.IsPossible);
        Assert.IsType<EraseOutcome.Erased>(await Erasures.EraseAsync(_ada, _ada, Stop));
    }

    [Fact]
    public async Task LastOwner_StaysUntilThereIsAnother_AlsoForAnAdministrator()
    {
        var books = ((CreateProductOutcome.Created)await _database.Products.CreateAsync("Books", "", _bob, Stop)).Product;

        foreach (var by in new[] { _bob, _ada })
        {
            var refused = Assert.IsType<EraseOutcome.Refused>(await Erasures.EraseAsync(_bob, by, Stop));
            Assert.Equal(["Books"], refused.Why.OwnedAlone.Select(product => product.Name));
        }

        await _database.Members.SetAsync(books.Id, _ada, ProductRole.Owner, _bob, Stop);
        Assert.IsType<EraseOutcome.Erased>(await Erasures.EraseAsync(_bob, _bob, Stop));
    }

    [Fact]
    public async Task Owners_WhoLeaveAtOnce_LeaveOne()
    {
        var books = ((CreateProductOutcome.Created)await _database.Products.CreateAsync("Books", "", _bob, Stop)).Product;
        var carl = await _database.StrangerAsync("Carl");
        await _database.Members.SetAsync(books.Id, carl, ProductRole.Owner, _bob, Stop);

        var outcomes = await Task.WhenAll(new[] { _bob, carl }.Select(person => Task.Run(() => Erasures.EraseAsync(person, person, Stop), Stop)));

        Assert.Single(outcomes.OfType<EraseOutcome.Erased>());
        Assert.Single(outcomes.OfType<EraseOutcome.Refused>());
    }

    [Fact]
    public async Task SomebodyElse_IsErasedByAdministratorsAlone()
    {
        var carl = await _database.StrangerAsync("Carl", OrganisationRole.Manager);

        Assert.IsType<EraseOutcome.NotAllowed>(await Erasures.EraseAsync(_bob, carl, Stop));
        Assert.Null(await Erasures.FindAsync(_bob, carl, Stop));
        Assert.IsType<EraseOutcome.Erased>(await Erasures.EraseAsync(_bob, _ada, Stop));
        Assert.IsType<EraseOutcome.Missing>(await Erasures.EraseAsync(_bob, _ada, Stop));
        Assert.IsType<EraseOutcome.NotAllowed>(await Erasures.EraseAsync(_bob, _bob, Stop));
    }

    [Fact]
    public async Task PersonOfTheSample_GoesWithTheSampleAlone()
    {
        await using (var context = await _database.Contexts.CreateDbContextAsync(Stop))
        {
            await context.Users.Where(user => user.Id == _bob.Value).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsSample, true), Stop);
        }

        Assert.True(Assert.IsType<EraseOutcome.Refused>(await Erasures.EraseAsync(_bob, _ada, Stop)).Why.IsSample);
        Assert.Equal(PeopleOutcome.NotAllowed, await _database.Services.GetRequiredService<ProfileStore>().RenameAsync("Mallory", _bob, Stop));
    }

    private async Task<UserId> JoinAsync(string email, params OrganisationRole[] roles)
    {
        var invited = Assert.IsType<InviteOutcome.Invited>(await People.InviteAsync(email, roles, _ada, Stop));
        await using var scope = _database.Services.CreateAsyncScope();
        var accepted = await scope.ServiceProvider.GetRequiredService<Invitations>()
            .AcceptAsync(invited.Token, "Carl", "Correct-horse-7", Domain.Questionnaires.Language.English, Stop);
        return Assert.IsType<AcceptOutcome.Accepted>(accepted).User.UserId;
    }
}
