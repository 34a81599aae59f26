namespace DeployRisk.Data;

/// <summary>Where everything is kept.</summary>
public sealed record DataOptions
{
    /// <summary>The name of the SQLite file inside the data directory.</summary>
    public const string SqliteFileName = "deployrisk.db";

    /// <summary>The name of the folder inside the data directory that copies are put into before a migration.</summary>
    public const string BackupFolderName = "backups";

    /// <summary>The name of the folder inside the data directory that older versions kept keys in.</summary>
    public const string KeyFolderName = "keys";

    /// <summary>The folder of everything that is kept in files; it is made when it is missing.</summary>
    public required string DataDirectory { get; init; }

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>The connection string of the PostgreSQL database; null with SQLite.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>How long the start waits for a database that another program has locked.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The path of the SQLite file.</summary>
    public string SqliteFile => Path.Combine(DataDirectory, SqliteFileName);

    /// <summary>The path of the folder for copies made before a migration.</summary>
    public string BackupDirectory => Path.Combine(DataDirectory, BackupFolderName);

    /// <summary>The path of the folder that older versions kept keys in.</summary>
    public string KeyDirectory => Path.Combine(DataDirectory, KeyFolderName);
}
