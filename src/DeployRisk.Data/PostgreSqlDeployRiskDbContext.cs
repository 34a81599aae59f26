using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data;

/// <summary>The model on PostgreSQL; migrations in Migrations/PostgreSql.</summary>
public sealed class PostgreSqlDeployRiskDbContext(DbContextOptions<PostgreSqlDeployRiskDbContext> options) : DeployRiskDbContext(options);
