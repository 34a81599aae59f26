using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Data.Stores.People;

/// <summary>What became of using an invitation.</summary>
public abstract record AcceptOutcome
{
    private AcceptOutcome()
    {
    }

    public sealed record Accepted(ApplicationUser User) : AcceptOutcome;

    /// <summary>It was used, taken back or is too old, or never was.</summary>
    public sealed record Gone : AcceptOutcome;

    /// <summary>Identity's rules refuse the account.</summary>
    public sealed record Refused(IReadOnlyList<IdentityError> Errors) : AcceptOutcome;
}
