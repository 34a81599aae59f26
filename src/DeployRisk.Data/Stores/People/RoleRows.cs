using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.People;

/// <summary>Roles as Identity keeps them: a row each, by name, and a row for everybody who has it.</summary>
internal static class RoleRows
{
    public static async Task<IReadOnlyList<OrganisationRole>> RolesOfAsync(this DeployRiskDbContext context, UserId id, CancellationToken cancellationToken) =>
        Read(await context.UserRoles
            .Where(given => given.UserId == id.Value)
            .Join(context.Roles, given => given.RoleId, role => role.Id, (given, role) => role.Name!)
            .ToListAsync(cancellationToken));

    /// <summary>Gives an account exactly these roles. Saved by the caller.</summary>
    public static async Task SetRolesAsync(
        this DeployRiskDbContext context, UserId id, IReadOnlyCollection<OrganisationRole> roles, DateTimeOffset now, CancellationToken cancellationToken)
    {
        context.UserRoles.RemoveRange(await context.UserRoles.Where(given => given.UserId == id.Value).ToListAsync(cancellationToken));
        foreach (var role in roles.Distinct())
        {
            context.UserRoles.Add(new IdentityUserRole<Guid> { RoleId = await RoleIdAsync(context, role, now, cancellationToken), UserId = id.Value });
        }
    }

    public static IReadOnlyList<OrganisationRole> Read(IEnumerable<string> names) =>
        [.. names.Select(Enum.Parse<OrganisationRole>).Order()];

    private static async Task<Guid> RoleIdAsync(DeployRiskDbContext context, OrganisationRole role, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = role.ToString();
        if (await context.Roles.SingleOrDefaultAsync(known => known.Name == name, cancellationToken) is { } row)
        {
            return row.Id;
        }

        var made = new IdentityRole<Guid>(name) { Id = Guid.CreateVersion7(now), NormalizedName = name.ToUpperInvariant() };
        context.Roles.Add(made);
        return made.Id;
    }
}
