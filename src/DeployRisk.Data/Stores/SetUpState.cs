using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>One place that says whether the first set-up was done.</summary>
internal static class SetUpState
{
    public static async Task<bool> IsSetUpAsync(this DeployRiskDbContext context, CancellationToken cancellationToken) =>
        await context.Organisation.AnyAsync(cancellationToken) || await context.Users.AnyAsync(cancellationToken);
}
