using DeployRisk.Data.Stores;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DeployRisk.Web.Hosting;

/// <summary>Says whether the process lives, and whether it can serve: the database answers.</summary>
internal static class HealthServices
{
    public static void AddDeployRiskHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", timeout: TimeSpan.FromSeconds(5));

    public static void MapDeployRiskHealth(this WebApplication app)
    {
        app.MapHealthChecks(AppUrls.HealthLive, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(AppUrls.HealthReady).AllowAnonymous();
    }

    private sealed class DatabaseHealth(OrganisationStore organisations) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await organisations.IsSetUpAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
