using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data;

/// <summary>The model on SQLite; migrations in Migrations/Sqlite.</summary>
public sealed class SqliteDeployRiskDbContext(DbContextOptions<SqliteDeployRiskDbContext> options) : DeployRiskDbContext(options);
