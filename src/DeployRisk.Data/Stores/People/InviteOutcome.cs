namespace DeployRisk.Data.Stores.People;

/// <summary>What became of an invitation.</summary>
public abstract record InviteOutcome
{
    private InviteOutcome()
    {
    }

    /// <param name="Id">The invitation.</param>
    /// <param name="Token">The secret part of the link: it is stored nowhere, and known only now.</param>
    /// <param name="ExpiresAt">Until when it can be used, UTC.</param>
    public sealed record Invited(Guid Id, string Token, DateTimeOffset ExpiresAt) : InviteOutcome;

    /// <summary>Who acts may not invite, or not any more.</summary>
    public sealed record NotAllowed : InviteOutcome;

    /// <summary>Somebody has an account with this address.</summary>
    public sealed record HasAccount : InviteOutcome;
}
