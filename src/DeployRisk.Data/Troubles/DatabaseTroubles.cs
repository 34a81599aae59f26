using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DeployRisk.Data.Troubles;

/// <summary>Tells trouble with the database from defects.</summary>
public static class DatabaseTroubles
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    /// <summary>What is the matter with the database; null when the exception says something else.</summary>
    public static DatabaseTrouble? Of(Exception? exception) => exception switch
    {
        null => null,
        SqliteException { SqliteErrorCode: var code } => OfSqlite(code),
        PostgresException { SqlState: var state } => OfPostgreSql(state),
        NpgsqlException or SocketException or TimeoutException => DatabaseTrouble.Unreachable,
        _ => Of(exception.InnerException),
    };

    private static DatabaseTrouble? OfSqlite(int code) => code switch
    {
        SqliteBusy or SqliteLocked => DatabaseTrouble.Locked,
        SqliteFull => DatabaseTrouble.Full,
        SqliteReadOnly => DatabaseTrouble.ReadOnly,
        SqliteInputOutput or SqliteCannotOpen => DatabaseTrouble.DiskFailing,
        SqliteCorrupt or SqliteNotADatabase => DatabaseTrouble.Damaged,
        _ => null,
    };

    /// <summary>Classes of codes: 08 connections, 57P the server goes away, 53 its resources, 58 its disk, XX its data.</summary>
    private static DatabaseTrouble? OfPostgreSql(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => DatabaseTrouble.Full,
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseTrouble.ReadOnly,
        PostgresErrorCodes.LockNotAvailable => DatabaseTrouble.Locked,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => DatabaseTrouble.Damaged,
        _ when state.StartsWith("58", StringComparison.Ordinal) => DatabaseTrouble.DiskFailing,
        _ when state.StartsWith("08", StringComparison.Ordinal)
            || state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("57P", StringComparison.Ordinal) => DatabaseTrouble.Unreachable,
        _ => null,
    };
}
