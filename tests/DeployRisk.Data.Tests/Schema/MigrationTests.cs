using DeployRisk.Domain.Access;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Schema;

public sealed class MigrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Model_HasNoChangeWithoutAMigration(DatabaseProvider provider)
    {
        using var directory = new TemporaryDirectory();
        await using var context = Context(directory, provider);

        Assert.False(context.Database.HasPendingModelChanges(), $"Add a migration for {provider}: docs/CONTRIBUTING.md says how.");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Model_HasTheTableOfPasskeys(DatabaseProvider provider)
    {
        using var directory = new TemporaryDirectory();
        await using var context = Context(directory, provider);

        Assert.Contains("AspNetUserPasskeys", context.Model.GetEntityTypes().Select(entity => entity.GetTableName()));
    }

    [Fact]
    public async Task BothDatabases_HaveTheSameMigrationsByName()
    {
        using var directory = new TemporaryDirectory();
        await using var sqlite = Context(directory, DatabaseProvider.Sqlite);
        await using var postgreSql = Context(directory, DatabaseProvider.PostgreSql);

        Assert.Equal(Names(sqlite), Names(postgreSql));
    }

    [Fact]
    public async Task ResultsOfBefore_GetTheLinesOfTheirTier()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        var id = await database.SubmittedAsync(product.Id, ada);
        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
        var migrator = context.GetService<IMigrator>();

        await migrator.MigrateAsync("Together", Stop);
        await migrator.MigrateAsync(cancellationToken: Stop);

        var card = (await database.Assessments.ResultAsync(id, database.Reader, Stop))!.Result.Card;
        Assert.Equal(database.Questionnaire.Rules.LinesAt(card.Tier), card.Lines);
    }

    [Fact]
    public async Task PeopleOfBefore_KeepWorkingOnEveryProduct_AndWhoMadeOneOwnsIt()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        var bob = await database.StrangerAsync("Bob");
        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
        var migrator = context.GetService<IMigrator>();

        await migrator.MigrateAsync("People", Stop);
        await migrator.MigrateAsync(cancellationToken: Stop);

        var members = (await database.Members.FindAsync(product.Slug.Value, bob, Stop))!.Members;
        Assert.Equal([(ada, ProductRole.Owner), (bob, ProductRole.Contributor)], members.Select(member => (member.Person.Id, member.Role)));
    }

    private static IEnumerable<string> Names(DeployRiskDbContext context) =>
        context.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static DeployRiskDbContext Context(TemporaryDirectory directory, DatabaseProvider provider) => new ServiceCollection()
        .AddDeployRiskData(new DataOptions { DataDirectory = directory.Path, Provider = provider, ConnectionString = "Host=nowhere" })
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<DeployRiskDbContext>>()
        .CreateDbContext();
}
