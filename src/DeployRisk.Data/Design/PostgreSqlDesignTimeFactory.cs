using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Design;

/// <summary>Gives the tool that writes migrations a context; it never opens the database.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlDeployRiskDbContext>
{
    public PostgreSqlDeployRiskDbContext CreateDbContext(string[] args) => new ServiceCollection()
        .AddDeployRiskData(new DataOptions { DataDirectory = ".", Provider = DatabaseProvider.PostgreSql, ConnectionString = "Host=nowhere" })
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<PostgreSqlDeployRiskDbContext>>()
        .CreateDbContext();
}
