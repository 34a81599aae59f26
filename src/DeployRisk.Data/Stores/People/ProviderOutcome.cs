using DeployRisk.Data.Identity;
using DeployRisk.Domain.Access;

namespace DeployRisk.Data.Stores.People;

/// <summary>What became of somebody whom the sign-in provider vouches for.</summary>
public abstract record ProviderOutcome
{
    private ProviderOutcome()
    {
    }

    /// <summary>This account is theirs; it may be used, and has the roles that the provider gives.</summary>
    public sealed record Opened(ApplicationUser User) : ProviderOutcome;

    /// <summary>They do not get in, which is noted.</summary>
    public sealed record Refused(ProviderRefusal Why) : ProviderOutcome;
}
