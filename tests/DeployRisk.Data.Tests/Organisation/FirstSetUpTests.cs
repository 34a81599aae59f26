using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Organisation;

public sealed class FirstSetUpTests
{
    private const string Password = "Correct-horse-7";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SetUp_MakesTheOrganisationAndItsAdministrator()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.False(await database.Organisation.IsSetUpAsync(Stop));

        var outcome = await SetUpAsync(database, "ada");

        var done = Assert.IsType<SetUpOutcome.Done>(outcome);
        Assert.True(await database.Organisation.IsSetUpAsync(Stop));
        Assert.Equal(
            new Stores.Organisation("Acme", Language.French, database.Clock.GetUtcNow()),
            await database.Organisation.FindAsync(Stop));
        await using var scope = database.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>();
        var ada = await users.FindByNameAsync("ada");
        Assert.Equal(done.Administrator, ada!.UserId);
        Assert.True(await users.CheckPasswordAsync(ada, Password));
        Assert.True(await users.IsInRoleAsync(ada, nameof(OrganisationRole.Administrator)));
    }

    [Fact]
    public async Task SetUp_ByManyAtOnce_HasOneWinner()
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => SetUpAsync(database, $"user{number}"), Stop)));

        Assert.Single(outcomes.OfType<SetUpOutcome.Done>());
        Assert.Equal(3, outcomes.OfType<SetUpOutcome.AlreadySetUp>().Count());
        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
        Assert.Equal(1, await context.Users.CountAsync(Stop));
    }

    [Fact]
    public async Task SetUp_WithAWeakPassword_LeavesNothingBehind()
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await SetUpAsync(database, "ada", "weak");

        Assert.NotEmpty(Assert.IsType<SetUpOutcome.AccountRefused>(outcome).Errors);
        Assert.False(await database.Organisation.IsSetUpAsync(Stop));
        Assert.IsType<SetUpOutcome.Done>(await SetUpAsync(database, "ada"));
    }

    [Fact]
    public async Task SetUp_WithoutAName_Throws()
    {
        await using var database = await TestDatabase.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => SetUpAsync(database, "ada", organisation: " "));
    }

    private static async Task<SetUpOutcome> SetUpAsync(TestDatabase database, string user, string password = Password, string organisation = " Acme ")
    {
        await using var scope = database.Services.CreateAsyncScope();
        var account = new ApplicationUser { UserName = user, DisplayName = user };
        return await scope.ServiceProvider.GetRequiredService<FirstSetUp>().RunAsync(organisation, Language.French, account, password, cancellationToken: Stop);
    }
}
