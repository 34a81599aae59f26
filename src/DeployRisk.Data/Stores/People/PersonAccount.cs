using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores.People;

/// <summary>An account as administrators see it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The display name.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Roles">The roles in the organisation, in their order; empty for a member.</param>
/// <param name="DisabledAt">When it was disabled, UTC; null while it may be used.</param>
/// <param name="IsSample">Whether it belongs to the sample organisation.</param>
/// <param name="HasSecondFactor">Whether it asks for a code of an authenticator, or has passkeys.</param>
public sealed record PersonAccount(UserId Id, string Name, string Email, IReadOnlyList<OrganisationRole> Roles, DateTimeOffset? DisabledAt, bool IsSample, bool HasSecondFactor);
