using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data;

/// <summary>Hands out the context of the database in use under the name of the common model.</summary>
internal sealed class ContextFactory<TContext>(IDbContextFactory<TContext> pool) : IDbContextFactory<DeployRiskDbContext>
    where TContext : DeployRiskDbContext
{
    public DeployRiskDbContext CreateDbContext() => pool.CreateDbContext();

    public async Task<DeployRiskDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await pool.CreateDbContextAsync(cancellationToken);
}
