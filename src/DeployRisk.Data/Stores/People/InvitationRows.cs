using DeployRisk.Data.Tables;

namespace DeployRisk.Data.Stores.People;

/// <summary>Which invitations still stand.</summary>
internal static class InvitationRows
{
    /// <summary>Those that can be used at this moment.</summary>
    public static IQueryable<InvitationRow> Open(this IQueryable<InvitationRow> invitations, DateTimeOffset now) =>
        invitations.Where(row => row.AcceptedAt == null && row.RevokedAt == null && row.ExpiresAt > now);
}
