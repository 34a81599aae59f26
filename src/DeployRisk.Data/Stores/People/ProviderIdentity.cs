namespace DeployRisk.Data.Stores.People;

/// <summary>Somebody as the organisation's sign-in provider describes them.</summary>
/// <param name="Issuer">The provider's own name for itself: a subject means somebody only together with it.</param>
/// <param name="Subject">The person, for ever.</param>
/// <param name="Name">What others call the person; empty when the provider does not say.</param>
/// <param name="Email">The e-mail address; null when the provider gives none.</param>
/// <param name="IsEmailVerified">Whether the provider has verified that the address is the person's.</param>
/// <param name="RoleValues">The values of the claim that roles follow.</param>
public sealed record ProviderIdentity(string Issuer, string Subject, string Name, string? Email, bool IsEmailVerified, IReadOnlyCollection<string> RoleValues);
