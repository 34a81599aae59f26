using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DeployRisk.Data.Startup;

/// <summary>The SQLite file as the start looks at it, before anything is done to it.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly DataOptions _options;
    private readonly SqliteConnection _connection;

    public SqliteFile(DataOptions options)
    {
        _options = options;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.SqliteFile,
            DefaultTimeout = Math.Max(1, (int)options.Patience.TotalSeconds),
            Pooling = false,
        }.ToString());
        _connection.Open();
    }

    /// <summary>The migrations that the file has had, oldest first; none when it is new.</summary>
    /// <exception cref="StartupFailureException">Its tables are not ours.</exception>
    public async Task<IReadOnlyList<string>> AppliedMigrationsAsync(CancellationToken cancellationToken)
    {
        var tables = await ReadAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", cancellationToken);
        if (tables.Contains("__EFMigrationsHistory"))
        {
            return await ReadAsync("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", cancellationToken);
        }

        return tables.Except(["__EFMigrationsLock"]).Any()
            ? throw new StartupFailureException(StartupFailures.Foreign(_options))
            : [];
    }

    public async Task ThrowUnlessWritableAsync(CancellationToken cancellationToken)
    {
        await ReadAsync("BEGIN IMMEDIATE", cancellationToken);
        await ReadAsync("ROLLBACK", cancellationToken);
    }

    /// <exception cref="StartupFailureException">The file is damaged.</exception>
    public async Task ThrowIfDamagedAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync("PRAGMA quick_check(1)", cancellationToken) is not ["ok"])
        {
            throw new StartupFailureException(StartupFailures.Damaged(_options));
        }
    }

    /// <summary>Copies the file while it is in use, and returns the path of the copy.</summary>
    public string Backup(string lastMigration, DateTimeOffset now)
    {
        Directory.CreateDirectory(_options.BackupDirectory);
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var path = Path.Combine(_options.BackupDirectory, $"deployrisk-{time}-{lastMigration}.db");

        // Under another name until it is whole, so that no half copy is ever taken for a backup.
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            copy.Open();
            _connection.BackupDatabase(copy);
        }

        File.Move(unfinished, path);
        return path;
    }

    /// <summary>A process that was killed while it migrated leaves a lock behind that nobody would ever give back.</summary>
    public async Task ForgetBrokenMigrationAsync(CancellationToken cancellationToken) =>
        await ReadAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);

    /// <exception cref="StartupFailureException">The file system cannot do it.</exception>
    public async Task UseWriteAheadLogAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync("PRAGMA journal_mode = WAL", cancellationToken) is not ["wal"])
        {
            throw new StartupFailureException(StartupFailures.NoWriteAheadLog(_options));
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<List<string>> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a literal of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
