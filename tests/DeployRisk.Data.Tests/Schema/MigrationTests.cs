using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Schema;

public sealed class MigrationTests
{
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

    private static IEnumerable<string> Names(DeployRiskDbContext context) =>
        context.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static DeployRiskDbContext Context(TemporaryDirectory directory, DatabaseProvider provider) => new ServiceCollection()
        .AddDeployRiskData(new DataOptions { DataDirectory = directory.Path, Provider = provider, ConnectionString = "Host=nowhere" })
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<DeployRiskDbContext>>()
        .CreateDbContext();
}
