using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Startup;

#pragma warning disable EF1001 // Nothing public lets a test add a migration to those of the application.

/// <summary>The application as it may be one day, with one more migration than it has now.</summary>
internal sealed class NextVersion(
    ICurrentDbContext currentContext, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> logger)
    : MigrationsAssembly(currentContext, options, ids, logger)
{
    public const string Id = "29980101000000_NextVersion";

    public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
        new SortedDictionary<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal) { [Id] = typeof(AddsATable).GetTypeInfo() };

    public static void Use(IServiceCollection services) =>
        services.ConfigureDbContext<SqliteDeployRiskDbContext>(context => context.ReplaceService<IMigrationsAssembly, NextVersion>());

    [Migration(Id)]
    private sealed class AddsATable : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE NextVersion (Id INTEGER)");
    }
}
