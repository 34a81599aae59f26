using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Sample;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.People;

public sealed class PeopleStoreTests : IAsyncLifetime
{
    private const string Password = "Correct-horse-7";
    private static readonly OrganisationRole[] AsAdministrator = [OrganisationRole.Administrator];
    private TestDatabase _database = null!;
    private UserId _ada;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PeopleStore People => _database.Services.GetRequiredService<PeopleStore>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await using var scope = _database.Services.CreateAsyncScope();
        var account = new ApplicationUser { UserName = "ada@example.com", Email = "ada@example.com", DisplayName = "Ada" };
        var done = await scope.ServiceProvider.GetRequiredService<FirstSetUp>().RunAsync("Acme", Language.English, account, Password, cancellationToken: Stop);
        _ada = ((SetUpOutcome.Done)done).Administrator;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Invitation_MakesAnAccountWithItsRoles_Once()
    {
        var token = await InviteAsync("bob@example.com", AsAdministrator);

        Assert.Equal("bob@example.com", await WithInvitationsAsync(invitations => invitations.EmailOfAsync(token, Stop)));
        Assert.IsType<AcceptOutcome.Accepted>(await AcceptAsync(token, " Bob "));
        Assert.IsType<AcceptOutcome.Gone>(await AcceptAsync(token, "Mallory"));

        var bob = (await People.ListAsync(_ada, Stop)).Single(person => person.Email == "bob@example.com");
        Assert.Equal(("Bob", OrganisationRole.Administrator), (bob.Name, Assert.Single(bob.Roles)));
        Assert.Empty(await People.InvitationsAsync(_ada, Stop));
        Assert.Equal([AuditAction.OrganisationSetUp, AuditAction.PersonInvited, AuditAction.PersonJoined], await NotedAsync());
    }

    [Fact]
    public async Task Invitation_UsedByManyAtOnce_MakesOneAccount()
    {
        var token = await InviteAsync("bob@example.com");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => AcceptAsync(token, $"Bob {number}"), Stop)));

        Assert.Single(outcomes.OfType<AcceptOutcome.Accepted>());
        Assert.Equal(2, (await People.ListAsync(_ada, Stop)).Count);
    }

    [Fact]
    public async Task Invitations_OfOneAddressAtOnce_LeaveOneThatCanBeUsed()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => InviteAsync("bob@example.com"), Stop)));

        Assert.Single(await People.InvitationsAsync(_ada, Stop));
        var addresses = new List<string?>();
        foreach (var token in tokens)
        {
            addresses.Add(await WithInvitationsAsync(invitations => invitations.EmailOfAsync(token, Stop)));
        }

        Assert.Single(addresses, address => address is not null);
    }

    [Fact]
    public async Task Invitation_WithAWeakPassword_CanBeUsedAgain()
    {
        var token = await InviteAsync("bob@example.com");

        Assert.IsType<AcceptOutcome.Refused>(await AcceptAsync(token, "Bob", "weak"));

        Assert.IsType<AcceptOutcome.Accepted>(await AcceptAsync(token, "Bob"));
    }

    [Fact]
    public async Task Invitation_IsGoneAfterAWeek()
    {
        var token = await InviteAsync("bob@example.com");
        _database.Clock.Advance(PeopleStore.InvitationLifetime);

        Assert.Null(await WithInvitationsAsync(invitations => invitations.EmailOfAsync(token, Stop)));
        Assert.IsType<AcceptOutcome.Gone>(await AcceptAsync(token, "Bob"));
        Assert.Empty(await People.InvitationsAsync(_ada, Stop));
    }

    [Fact]
    public async Task Invitation_TakenBackOrReplaced_IsGone()
    {
        var first = await InviteAsync("bob@example.com");
        var second = await InviteAsync("BOB@example.com");
        var pending = Assert.Single(await People.InvitationsAsync(_ada, Stop));
        Assert.Equal("Ada", pending.InvitedBy);

        Assert.IsType<AcceptOutcome.Gone>(await AcceptAsync(first, "Bob"));
        Assert.Equal(PeopleOutcome.Done, await People.RevokeAsync(pending.Id, _ada, Stop));
        Assert.Equal(PeopleOutcome.Missing, await People.RevokeAsync(pending.Id, _ada, Stop));
        Assert.IsType<AcceptOutcome.Gone>(await AcceptAsync(second, "Bob"));
    }

    [Fact]
    public async Task Invite_OfSomebodyWithAnAccount_IsRefused() =>
        Assert.IsType<InviteOutcome.HasAccount>(await People.InviteAsync(" ADA@example.com ", [], _ada, Stop));

    [Fact]
    public async Task TokenItself_IsStoredNowhere()
    {
        var token = await InviteAsync("bob@example.com");

        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        var stored = await context.Set<Tables.InvitationRow>().SingleAsync(Stop);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)), stored.TokenHash);
    }

    [Fact]
    public async Task NewRolesAndDisabling_EndTheSessionsOfTheAccount()
    {
        var bob = await JoinAsync("bob@example.com");
        var stamps = new List<string?> { await StampAsync(bob) };

        Assert.Equal(PeopleOutcome.Done, await People.ChangeRolesAsync(bob, AsAdministrator, _ada, Stop));
        stamps.Add(await StampAsync(bob));
        Assert.Equal(PeopleOutcome.Done, await People.DisableAsync(bob, _ada, Stop));
        stamps.Add(await StampAsync(bob));

        Assert.Equal(3, stamps.Distinct().Count());
        Assert.Equal(_database.Clock.GetUtcNow(), (await People.ListAsync(_ada, Stop)).Single(person => person.Id == bob).DisabledAt);
        Assert.Equal(PeopleOutcome.Done, await People.EnableAsync(bob, _ada, Stop));
        Assert.Null((await People.ListAsync(_ada, Stop)).Single(person => person.Id == bob).DisabledAt);
        Assert.Equal(
            [AuditAction.OrganisationSetUp, AuditAction.PersonInvited, AuditAction.PersonJoined, AuditAction.RolesChanged, AuditAction.PersonDisabled, AuditAction.PersonEnabled],
            await NotedAsync());
    }

    [Fact]
    public async Task LastAdministrator_CannotBeRemoved()
    {
        var bob = await JoinAsync("bob@example.com", AsAdministrator);
        Assert.Equal(PeopleOutcome.Done, await People.DisableAsync(bob, _ada, Stop));

        Assert.Equal(PeopleOutcome.LastAdministrator, await People.ChangeRolesAsync(_ada, [], _ada, Stop));
        Assert.Equal(PeopleOutcome.LastAdministrator, await People.DisableAsync(_ada, _ada, Stop));

        Assert.Equal(OrganisationRole.Administrator, Assert.Single((await People.ListAsync(_ada, Stop)).Single(person => person.Id == _ada).Roles));
    }

    [Fact]
    public async Task SampleAdministrator_IsNoneWhereOthersSignIn_AndTheLastOneInTheDemo()
    {
        Assert.True(await _database.Services.GetRequiredService<SampleStore>().AddAsync(Language.English, null, Stop));
        var karim = (await People.ListAsync(_ada, Stop)).Single(person => person is { IsSample: true, Roles: [OrganisationRole.Administrator] });
        Assert.Equal(PeopleOutcome.LastAdministrator, await People.DisableAsync(_ada, _ada, Stop));

        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        await context.Organisation.ExecuteDeleteAsync(Stop);
        await context.Users.Where(user => user.Id == _ada.Value).ExecuteDeleteAsync(Stop);
        await _database.StrangerAsync("Invited");

        Assert.Equal(PeopleOutcome.LastAdministrator, await People.ChangeRolesAsync(karim.Id, [], karim.Id, Stop));
    }

    [Fact]
    public async Task TwoAdministrators_WhoRemoveEachOther_LeaveOne()
    {
        var bob = await JoinAsync("bob@example.com", AsAdministrator);

        var outcomes = await Task.WhenAll(
            Task.Run(() => People.ChangeRolesAsync(bob, [], _ada, Stop), Stop),
            Task.Run(() => People.ChangeRolesAsync(_ada, [], bob, Stop), Stop));

        Assert.Equal([PeopleOutcome.Done, PeopleOutcome.NotAllowed], outcomes.Order());
        UserId[] both = [_ada, bob];
        var left = both[outcomes[0] == PeopleOutcome.Done ? 0 : 1];
        Assert.Single(await People.ListAsync(left, Stop), person => person.Roles.Contains(OrganisationRole.Administrator));
    }

    [Fact]
    public async Task WhoIsNoAdministrator_OrDisabled_ChangesNothing()
    {
        var member = await JoinAsync("bob@example.com");
        var disabled = await JoinAsync("carol@example.com", AsAdministrator);
        await People.DisableAsync(disabled, _ada, Stop);
        await InviteAsync("dan@example.com");
        var invitation = Assert.Single(await People.InvitationsAsync(_ada, Stop)).Id;
        var noted = (await NotedAsync()).Count;

        foreach (var stranger in new[] { member, disabled, UserId.New(_database.Clock.GetUtcNow()) })
        {
            Assert.IsType<InviteOutcome.NotAllowed>(await People.InviteAsync("eve@example.com", AsAdministrator, stranger, Stop));
            Assert.Equal(PeopleOutcome.NotAllowed, await People.RevokeAsync(invitation, stranger, Stop));
            Assert.Equal(PeopleOutcome.NotAllowed, await People.ChangeRolesAsync(member, AsAdministrator, stranger, Stop));
            Assert.Equal(PeopleOutcome.NotAllowed, await People.DisableAsync(_ada, stranger, Stop));
            Assert.Equal(PeopleOutcome.NotAllowed, await People.EnableAsync(disabled, stranger, Stop));
        }

        Assert.Equal(noted, (await NotedAsync()).Count);
    }

    private async Task<UserId> JoinAsync(string email, params OrganisationRole[] roles)
    {
        var accepted = await AcceptAsync(await InviteAsync(email, roles), email.Split('@')[0]);
        return Assert.IsType<AcceptOutcome.Accepted>(accepted).User.UserId;
    }

    private async Task<string> InviteAsync(string email, params OrganisationRole[] roles) =>
        Assert.IsType<InviteOutcome.Invited>(await People.InviteAsync(email, roles, _ada, Stop)).Token;

    private Task<AcceptOutcome> AcceptAsync(string token, string name, string password = Password) =>
        WithInvitationsAsync(invitations => invitations.AcceptAsync(token, name, password, Language.English, Stop));

    private async Task<T> WithInvitationsAsync<T>(Func<Invitations, Task<T>> use)
    {
        await using var scope = _database.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<Invitations>());
    }

    private async Task<string?> StampAsync(UserId id)
    {
        await using var scope = _database.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>().FindByIdAsync(id.Value.ToString()))!.SecurityStamp;
    }

    private async Task<List<AuditAction>> NotedAsync()
    {
        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        return [.. (await context.Set<Tables.AuditRow>().Select(row => row.Action).ToListAsync(Stop)).Order()];
    }
}
