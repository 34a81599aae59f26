using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Tables;

/// <summary>An invitation to make an account.</summary>
internal sealed class InvitationRow
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the token in the link: who reads the database cannot use it.</summary>
    public required byte[] TokenHash { get; init; }

    public required string Email { get; init; }

    /// <summary>The names of the roles that the account gets, separated by spaces.</summary>
    public required string Roles { get; init; }

    public required UserId InvitedBy { get; init; }

    public required DateTimeOffset InvitedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, UTC; null while it was not.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>When it was taken back, UTC; null unless it was.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
