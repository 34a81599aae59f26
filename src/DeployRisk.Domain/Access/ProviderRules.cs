namespace DeployRisk.Domain.Access;

/// <summary>What the organisation leaves to its sign-in provider.</summary>
/// <param name="AllowedDomains">Domains of e-mail addresses, without the @, that the provider is believed about; empty: of none.</param>
/// <param name="Roles">For each role that follows the provider, the values of its claim that give it; other roles are given by hand.</param>
public sealed record ProviderRules(
    IReadOnlyCollection<string> AllowedDomains, IReadOnlyDictionary<OrganisationRole, IReadOnlyCollection<string>> Roles)
{
    /// <summary>
    /// Why somebody who has not come by the provider before gets no account, or null when they get one. Where no domain is allowed an
    /// invitation stands in for it; but what is an administrator's, and what somebody has already, the provider opens by an allowed domain alone.
    /// </summary>
    /// <param name="email">The address that the provider gives; null when it gives none.</param>
    /// <param name="isVerified">Whether the provider says that it has verified the address.</param>
    /// <param name="hasAccount">Whether there is an account with this address.</param>
    /// <param name="invited">The roles that the address was invited to; null when it was not.</param>
    public ProviderRefusal? Refuses(string? email, bool isVerified, bool hasAccount, IReadOnlyCollection<OrganisationRole>? invited) => email switch
    {
        null => ProviderRefusal.Unverified,
        _ when !isVerified => ProviderRefusal.Unverified,
        _ when IsAllowed(email) => null,
        _ when hasAccount => ProviderRefusal.AccountExists,
        _ when AllowedDomains.Count == 0 && invited is not null && !invited.Contains(OrganisationRole.Administrator) => null,
        _ => ProviderRefusal.NotAllowed,
    };

    /// <summary>The roles that somebody has from now on: those that follow the provider as its claim says, the others as before.</summary>
    /// <param name="before">The roles of the account or of its invitation.</param>
    /// <param name="claimed">The values of the provider's claim; compared exactly.</param>
    public IReadOnlyList<OrganisationRole> RolesOf(IReadOnlyCollection<OrganisationRole> before, IReadOnlyCollection<string> claimed) =>
        [.. Enum.GetValues<OrganisationRole>().Where(role => Roles.TryGetValue(role, out var values) ? claimed.Any(values.Contains) : before.Contains(role))];

    private bool IsAllowed(string email) => AllowedDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
}
