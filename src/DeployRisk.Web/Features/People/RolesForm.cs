using DeployRisk.Domain.Access;

namespace DeployRisk.Web.Features.People;

/// <summary>The roles of an account.</summary>
public class RolesForm
{
    public bool Administrator { get; set; }

    public bool Manager { get; set; }

    public bool Coach { get; set; }

    public IReadOnlyCollection<OrganisationRole> Roles =>
    [
        .. Administrator ? [OrganisationRole.Administrator] : Nothing,
        .. Manager ? [OrganisationRole.Manager] : Nothing,
        .. Coach ? [OrganisationRole.Coach] : Nothing,
    ];

    private static OrganisationRole[] Nothing => [];

    /// <summary>Ticks these and no others.</summary>
    public void Tick(IReadOnlyCollection<OrganisationRole> roles)
    {
        Administrator = roles.Contains(OrganisationRole.Administrator);
        Manager = roles.Contains(OrganisationRole.Manager);
        Coach = roles.Contains(OrganisationRole.Coach);
    }
}
