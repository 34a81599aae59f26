namespace DeployRisk.Data.Troubles;

/// <summary>Why the database does not do what it was asked, when that is nobody's mistake in the code.</summary>
public enum DatabaseTrouble
{
    /// <summary>Another program keeps the file locked.</summary>
    Locked,

    /// <summary>There is no room on its disk.</summary>
    Full,

    /// <summary>The account that runs DeployRisk may not write it.</summary>
    ReadOnly,

    /// <summary>Its disk cannot be read or written.</summary>
    DiskFailing,

    /// <summary>What is in it makes no sense any more.</summary>
    Damaged,

    /// <summary>The server of the database does not answer.</summary>
    Unreachable,
}
