using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>What waits for a person.</summary>
public sealed class HomeStore(IDbContextFactory<DeployRiskDbContext> contexts)
{
    /// <summary>Drafts that the person started or touched, the last edited first.</summary>
    public async Task<IReadOnlyList<DraftSummary>> DraftsAsync(UserId user, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Results submitted since the given time and not withdrawn, the latest first.</summary>
    public async Task<IReadOnlyList<RecentResult>> ResultsSinceAsync(DateTimeOffset since, int atMost, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
