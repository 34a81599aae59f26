namespace DeployRisk.Data.Stores.People;

/// <summary>What became of a change of people.</summary>
public enum PeopleOutcome
{
    Done,

    /// <summary>Who acts may not do it, or not any more.</summary>
    NotAllowed,

    /// <summary>There is no such person or invitation, or not any more.</summary>
    Missing,

    /// <summary>Nobody could look after the installation afterwards.</summary>
    LastAdministrator,
}
