namespace DeployRisk.Domain.Access;

/// <summary>What can be done in the organisation as a whole.</summary>
public enum OrganisationDeed
{
    /// <summary>Inviting people, changing their roles, disabling accounts.</summary>
    ManagePeople,
}
