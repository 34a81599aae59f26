using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DeployRisk.TestKit.Databases;

/// <summary>
/// Makes SQLite itself fail as on a full or read-only disk, on every system and for every account: permissions do not
/// stop root, and not everybody may mount a small disk.
/// </summary>
public sealed class DiskTrouble : DbConnectionInterceptor
{
    /// <summary>SQLite takes a limit below the size of the file as that size.</summary>
    private const string NoRoom = "PRAGMA query_only = OFF; PRAGMA max_page_count = 1;";
    private const string NoWriting = "PRAGMA query_only = ON; PRAGMA max_page_count = 4294967294;";
    private const string Nothing = "PRAGMA query_only = OFF; PRAGMA max_page_count = 4294967294;";

    /// <summary>What the disk is like from the next connection on.</summary>
    public Disk Disk { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = CommandOn(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = CommandOn(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand CommandOn(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Disk switch
        {
            Disk.Full => NoRoom,
            Disk.ReadOnly => NoWriting,
            _ => Nothing,
        };
        return command;
    }
}
