using DeployRisk.Data.Identity;
using DeployRisk.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>Changes of people come one after the other, and leave somebody who can look after the installation.</summary>
internal static class Administration
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
}
