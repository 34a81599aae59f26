namespace DeployRisk.Domain.Access;

/// <summary>What can be done with an account and what belongs to its person.</summary>
public enum PersonDeed
{
    /// <summary>Changing the name that others read.</summary>
    Rename,

    /// <summary>Taking a copy of everything that is kept about the person.</summary>
    TakeData,

    /// <summary>Deleting the account with everything that says who it was.</summary>
    Erase,
}
