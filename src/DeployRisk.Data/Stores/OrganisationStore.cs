using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>The organisation that this installation belongs to.</summary>
public sealed class OrganisationStore(IDbContextFactory<DeployRiskDbContext> contexts)
{
    /// <summary>Whether the first set-up was done: the organisation exists or somebody has an account.</summary>
    public async Task<bool> IsSetUpAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.IsSetUpAsync(cancellationToken);
    }

    /// <summary>The organisation, or null before the first set-up.</summary>
    public async Task<Organisation?> FindAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Organisation.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row?.ToOrganisation();
    }
}
