namespace DeployRisk.Data;

/// <summary>The databases that everything can be kept in.</summary>
public enum DatabaseProvider
{
    /// <summary>One file in the data directory.</summary>
    Sqlite,

    /// <summary>A server, named by a connection string.</summary>
    PostgreSql,
}
