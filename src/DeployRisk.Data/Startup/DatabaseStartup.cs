using DeployRisk.Data.Auditing;
using DeployRisk.Data.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DeployRisk.Data.Startup;

/// <summary>Makes the database ready before the first request: data directory, backup copy, migrations, keys.</summary>
public sealed partial class DatabaseStartup(
    IDbContextFactory<DeployRiskDbContext> contexts, DataOptions options, StoredKeys keys, TimeProvider clock, ILogger<DatabaseStartup> logger)
{
    /// <summary>Makes the database ready; an existing SQLite file is copied to the backup folder before it is migrated.</summary>
    /// <exception cref="StartupFailureException">It cannot be used as it is; the message says what to do.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        DataDirectory.Ensure(options);
        try
        {
            await using var startLock = await StartLock.TakeAsync(options, cancellationToken);
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            if (options.Provider == DatabaseProvider.Sqlite)
            {
                await PrepareSqliteAsync(context, cancellationToken);
            }
            else
            {
                await PreparePostgreSqlAsync(context, cancellationToken);
            }
        }
        catch (Exception exception) when (StartupFailures.Explain(exception, options) is { } sentence)
        {
            throw new StartupFailureException(sentence, exception);
        }
    }

    private async Task PrepareSqliteAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        string[] known = [.. context.Database.GetMigrations()];
        await using (var file = new SqliteFile(options))
        {
            var applied = await file.AppliedMigrationsAsync(cancellationToken);
            ThrowIfNewer(applied, known);
            await file.ThrowUnlessWritableAsync(cancellationToken);
            if (applied is [.., var last] && applied.Count < known.Length)
            {
                await file.ThrowIfDamagedAsync(cancellationToken);
                var copy = file.Backup(last, clock.GetUtcNow());
                Log.Copied(logger, copy);
            }

            await file.ForgetBrokenMigrationAsync(cancellationToken);
            await file.UseWriteAheadLogAsync(cancellationToken);
        }

        await MigrateAsync(context, cancellationToken);
    }

    private async Task PreparePostgreSqlAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        await TryConnectionAsync(cancellationToken);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken);
        ThrowIfNewer([.. applied], [.. context.Database.GetMigrations()]);
        await MigrateAsync(context, cancellationToken);
    }

    /// <summary>Entity Framework would log a page before the one sentence. A database that is missing is made by the migration.</summary>
    private async Task TryConnectionAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(options.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            // Nothing to look at yet.
        }
    }

    private async Task MigrateAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        foreach (var migration in await context.Database.GetPendingMigrationsAsync(cancellationToken))
        {
            Log.Migrating(logger, migration);
        }

        await context.Database.MigrateAsync(cancellationToken);
        await AuditChain.SealOlderAsync(context, cancellationToken);
        await keys.PrepareAsync(context, cancellationToken);
        Log.Ready(logger, options.Provider);
    }

    private void ThrowIfNewer(IReadOnlyCollection<string> applied, IReadOnlyCollection<string> known)
    {
        if (applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } unknown)
        {
            throw new StartupFailureException(StartupFailures.Newer(options, unknown));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The database was copied to {Path} before it is migrated.")]
        public static partial void Copied(ILogger logger, string path);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "The database gets the migration {Migration}.")]
        public static partial void Migrating(ILogger logger, string migration);

        [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "The {Provider} database is ready.")]
        public static partial void Ready(ILogger logger, DatabaseProvider provider);
    }
}
