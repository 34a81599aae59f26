using DeployRisk.Domain.Assessments;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Data.Stores;

/// <summary>What became of the first set-up.</summary>
public abstract record SetUpOutcome
{
    private SetUpOutcome()
    {
    }

    /// <summary>The organisation and its first administrator exist.</summary>
    public sealed record Done(UserId Administrator) : SetUpOutcome;

    /// <summary>Somebody else was first; nothing was changed.</summary>
    public sealed record AlreadySetUp : SetUpOutcome;

    /// <summary>The account was refused, by its password for example; nothing was changed.</summary>
    public sealed record AccountRefused(IReadOnlyList<IdentityError> Errors) : SetUpOutcome;
}
