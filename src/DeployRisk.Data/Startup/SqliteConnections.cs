using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DeployRisk.Data.Startup;

/// <summary>
/// How connections to the SQLite file behave: "saved" means on disk (synchronous=FULL), readers do not wait for the
/// writer (WAL), a writer waits its turn instead of failing, and what is deleted is overwritten (secure_delete).
/// </summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    /// <summary>How long, in seconds, a person waits for a file that somebody else has locked before the page says so.</summary>
    private const int Patience = 10;

    /// <summary>A writer waits for another one 5 seconds inside SQLite; the driver tries again until <see cref="Patience"/> is over.</summary>
    private const string Settings = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

    public static SqliteConnections Instance { get; } = new();

    public static string ConnectionString(DataOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = options.SqliteFile,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = Patience,
    }.ToString();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
