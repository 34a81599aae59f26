namespace DeployRisk.TestKit.Databases;

/// <summary>What the disk of a SQLite file is like.</summary>
public enum Disk
{
    Fine,

    /// <summary>The file cannot grow any more.</summary>
    Full,

    /// <summary>The file can be read and not written.</summary>
    ReadOnly,
}
