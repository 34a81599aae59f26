namespace DeployRisk.Domain.Access;

/// <summary>Why somebody whom the organisation's sign-in provider vouches for does not get in. Noted by name.</summary>
public enum ProviderRefusal
{
    /// <summary>The provider gives no e-mail address, or does not say that it has verified it.</summary>
    Unverified,

    /// <summary>The address is of no allowed domain, and no invitation stands in for that.</summary>
    NotAllowed,

    /// <summary>There is an account with this address, and this person at the provider may not open it.</summary>
    AccountExists,

    /// <summary>The account is disabled.</summary>
    Disabled,

    /// <summary>No account can have this address.</summary>
    Unusable,
}
