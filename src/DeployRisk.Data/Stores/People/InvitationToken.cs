using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;

namespace DeployRisk.Data.Stores.People;

/// <summary>The secret of an invitation's link, and what of an invitation is stored as text.</summary>
internal static class InvitationToken
{
    private const int Bytes = 32;

    /// <summary>43 characters that can stand in an address; nobody guesses them.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static string Write(IEnumerable<OrganisationRole> roles) => string.Join(' ', roles.Distinct().Order());

    public static IReadOnlyList<OrganisationRole> RolesOf(InvitationRow row) =>
        RoleRows.Read(row.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
