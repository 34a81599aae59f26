using DeployRisk.Domain.Access;

namespace DeployRisk.Data.Stores.People;

/// <summary>An invitation that can still be used.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Email">Who is invited.</param>
/// <param name="Roles">The roles that the account will get.</param>
/// <param name="InvitedBy">The name of who invited.</param>
/// <param name="ExpiresAt">Until when it can be used, UTC.</param>
public sealed record PendingInvitation(Guid Id, string Email, IReadOnlyList<OrganisationRole> Roles, string InvitedBy, DateTimeOffset ExpiresAt);
