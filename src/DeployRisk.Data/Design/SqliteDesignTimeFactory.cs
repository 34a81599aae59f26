using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Design;

/// <summary>Gives the tool that writes migrations a context; it never opens the database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteDeployRiskDbContext>
{
    public SqliteDeployRiskDbContext CreateDbContext(string[] args) => new ServiceCollection()
        .AddDeployRiskData(new DataOptions { DataDirectory = "." })
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<SqliteDeployRiskDbContext>>()
        .CreateDbContext();
}
