using DeployRisk.Domain.Access;

namespace DeployRisk.Web.Features.People;

/// <summary>Whom to invite.</summary>
public sealed class InviteForm
{
    public string Email { get; set; } = "";

    public bool Administrator { get; set; }

    public IReadOnlyCollection<OrganisationRole> Roles => Administrator ? [OrganisationRole.Administrator] : [];
}
