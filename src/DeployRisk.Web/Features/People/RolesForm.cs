using DeployRisk.Domain.Access;

namespace DeployRisk.Web.Features.People;

/// <summary>The roles of an account.</summary>
public class RolesForm
{
    public bool Administrator { get; set; }

    public IReadOnlyCollection<OrganisationRole> Roles => Administrator ? [OrganisationRole.Administrator] : [];
}
