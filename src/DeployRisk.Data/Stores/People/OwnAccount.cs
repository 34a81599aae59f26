using DeployRisk.Domain.Access;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Stores.People;

/// <summary>What is kept of an account, without its secrets.</summary>
/// <param name="Id">Its id, which stands at everything that the person did.</param>
/// <param name="Name">The name that others read.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Language">The language in which it was made.</param>
/// <param name="Roles">The roles in the organisation.</param>
/// <param name="HasPassword">Whether a password opens it.</param>
/// <param name="AsksForTwoSteps">Whether it asks for a code besides.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes can still be used.</param>
/// <param name="Passkeys">The passkeys that open it.</param>
/// <param name="Providers">The identity providers that vouch for its person.</param>
/// <param name="FailedSignIns">Wrong passwords since the last right one.</param>
/// <param name="LockedUntil">Until when it is locked for unknown devices, UTC; null when it is not.</param>
/// <param name="LastVisitAt">When the visit that goes on began, UTC.</param>
/// <param name="VisitBeforeAt">When the visit before that one began, UTC.</param>
public sealed record OwnAccount(
    Guid Id,
    string Name,
    string Email,
    Language? Language,
    IReadOnlyList<OrganisationRole> Roles,
    bool HasPassword,
    bool AsksForTwoSteps,
    int RecoveryCodesLeft,
    IReadOnlyList<OwnPasskey> Passkeys,
    IReadOnlyList<OwnProvider> Providers,
    int FailedSignIns,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? LastVisitAt,
    DateTimeOffset? VisitBeforeAt);

/// <summary>An identity provider that vouches for its person.</summary>
/// <param name="Issuer">The provider's address.</param>
/// <param name="Subject">Who they are there.</param>
public sealed record OwnProvider(string Issuer, string Subject);
