namespace DeployRisk.Domain.Access;

/// <summary>What somebody is in the organisation, besides a member, which everybody with an account is. Stored by name.</summary>
public enum OrganisationRole
{
    /// <summary>Looks after people and settings.</summary>
    Administrator,

    /// <summary>Follows the products and decides about risks.</summary>
    Manager,

    /// <summary>Presents results and runs workshops.</summary>
    Coach,
}
