using DeployRisk.Data.Identity;
using DeployRisk.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>What every change of accounts and their roles keeps to, whoever asks for it.</summary>
internal static class AccountRows
{
    /// <summary>Whoever writes the organisation's row first is first; the other waits, and finds what the first did.</summary>
    public static async Task TakeTurnAsync(this DeployRiskDbContext context, CancellationToken cancellationToken) =>
        await context.Organisation.ExecuteUpdateAsync(row => row.SetProperty(organisation => organisation.Name, organisation => organisation.Name), cancellationToken);

    /// <summary>Administrators who can sign in; the sample's people can in the demo, which has no organisation.</summary>
    public static IQueryable<ApplicationUser> Administrators(this DeployRiskDbContext context)
    {
        var administrator = nameof(OrganisationRole.Administrator);
        return context.Users
            .Where(user => user.DisabledAt == null && (!user.IsSample || !context.Organisation.Any()))
            .Where(user => context.UserRoles.Any(given => given.UserId == user.Id && context.Roles.Any(role => role.Id == given.RoleId && role.Name == administrator)));
    }

    /// <summary>A session holds the stamp that its account had when it began; who signs in at this moment does not write the account back as it was.</summary>
    public static void EndSessions(this ApplicationUser user) => (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());

    /// <summary>Roles as the audit trail has them.</summary>
    public static string Names(this IEnumerable<OrganisationRole> roles) => roles.Any() ? string.Join(", ", roles.Distinct().Order()) : "-";
}
