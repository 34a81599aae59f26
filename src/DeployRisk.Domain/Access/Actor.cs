using DeployRisk.Domain.Assessments;

namespace DeployRisk.Domain.Access;

/// <summary>Who acts.</summary>
/// <param name="Id">The account.</param>
/// <param name="Roles">The roles in the organisation; empty for a member.</param>
public sealed record Actor(UserId Id, IReadOnlyCollection<OrganisationRole> Roles)
{
    public bool Is(OrganisationRole role) => Roles.Contains(role);
}
