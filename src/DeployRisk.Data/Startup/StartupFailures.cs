using System.Globalization;
using System.Net.Sockets;
using DeployRisk.Data.Troubles;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DeployRisk.Data.Startup;

/// <summary>What is said when the application cannot start: one sentence, what is wrong and what to do.</summary>
internal static class StartupFailures
{
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>The sentence for an exception, or null when it is not one that the person who starts can do anything about.</summary>
    public static string? Explain(Exception exception, DataOptions options) => exception switch
    {
        StartupFailureException => null,
        SqliteException sqlite => Explain(sqlite, options),
        IOException file when IsDiskFull(file) => DiskFull(options),
        IOException or UnauthorizedAccessException => DirectoryNotWritable(options, exception),
        PostgresException postgres => Unusable(postgres.MessageText),
        NpgsqlException or SocketException or TimeoutException => Unreachable(exception),
        ArgumentException argument when options.Provider == DatabaseProvider.PostgreSql => Unusable(argument.Message),
        _ when exception.InnerException is { } inner => Explain(inner, options),
        _ => null,
    };

    public static bool IsDiskFull(IOException exception) => exception.HResult is DiskFullOnUnix or DiskFullOnWindows;

    public static string DirectoryNotWritable(DataOptions options, Exception exception) =>
        exception is IOException file && IsDiskFull(file)
            ? DiskFull(options)
            : $"The data directory '{options.DataDirectory}' cannot be made or written ({OneLine(exception.Message)}): let the account that runs DeployRisk write there, or set DeployRisk__DataDirectory to a folder where it may.";

    public static string Newer(DataOptions options, string migration) =>
        $"{Database(options)} was used by a newer version of DeployRisk (it has the migration {migration}): start that version, or restore a copy from before the upgrade{Backups(options)}.";

    public static string Foreign(DataOptions options) =>
        $"{Database(options)} belongs to another program: move it away, or set DeployRisk__DataDirectory to another folder.";

    public static string Damaged(DataOptions options) =>
        $"{Database(options)} is damaged or is not a SQLite database: move it away and restore a copy{Backups(options)}.";

    public static string StartingElsewhere(DataOptions options) =>
        $"Another DeployRisk is starting with the data directory '{options.DataDirectory}' and does not finish: stop it, then start again.";

    public static string NoWriteAheadLog(DataOptions options) =>
        $"{Database(options)} is on a file system that SQLite cannot use safely: set DeployRisk__DataDirectory to a folder on a local disk.";

    private static string? Explain(SqliteException exception, DataOptions options) => DatabaseTroubles.Of(exception) switch
    {
        DatabaseTrouble.Locked =>
            $"{Database(options)} is locked by another program: stop the other DeployRisk or close the tool that has it open, then start again.",
        DatabaseTrouble.Damaged => Damaged(options),
        DatabaseTrouble.Full => DiskFull(options),
        DatabaseTrouble.ReadOnly or DatabaseTrouble.DiskFailing => string.Create(
            CultureInfo.InvariantCulture,
            $"{Database(options)} cannot be read and written (SQLite error {exception.SqliteErrorCode}): let the account that runs DeployRisk read and write it and its folder, and see that the disk is sound and not full."),
        _ => null,
    };

    private static string DiskFull(DataOptions options) =>
        $"The disk that holds the data directory '{options.DataDirectory}' is full: free some space, then start again.";

    private static string Unusable(string reason) =>
        $"The PostgreSQL database cannot be used ({OneLine(reason)}): check the server, the database, the account and DeployRisk__Database__ConnectionString.";

    private static string Unreachable(Exception exception) =>
        $"The PostgreSQL server cannot be reached ({OneLine(exception.Message)}): see that it runs, and check DeployRisk__Database__ConnectionString.";

    private static string Database(DataOptions options) =>
        options.Provider == DatabaseProvider.Sqlite ? $"The database '{options.SqliteFile}'" : "The PostgreSQL database";

    private static string Backups(DataOptions options) =>
        options.Provider == DatabaseProvider.Sqlite ? $", for example from '{options.BackupDirectory}'" : "";

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
