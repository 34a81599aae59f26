using DeployRisk.Domain.Access;

namespace DeployRisk.Web.Features.Account;

/// <summary>Why a sign-in by the organisation's provider did not come to a session, as the address of the page that says so has it.</summary>
public enum ProviderFault
{
    /// <summary>The provider does not answer as it should, or the answer is not one to a question of this browser, or too late.</summary>
    Failed,

    /// <summary>The person, or the provider, did not want to.</summary>
    Cancelled,

    /// <inheritdoc cref="ProviderRefusal.Unverified"/>
    Unverified,

    /// <inheritdoc cref="ProviderRefusal.NotAllowed"/>
    NotAllowed,

    /// <inheritdoc cref="ProviderRefusal.AccountExists"/>
    AccountExists,

    /// <inheritdoc cref="ProviderRefusal.Disabled"/>
    Disabled,

    /// <inheritdoc cref="ProviderRefusal.Unusable"/>
    Unusable,
}
