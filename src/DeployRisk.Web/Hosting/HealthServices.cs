using DeployRisk.Data.Stores;
using DeployRisk.Data.Troubles;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DeployRisk.Web.Hosting;

/// <summary>Says whether the process lives, and whether it can serve: the database answers.</summary>
internal static partial class HealthServices
{
    public static void AddDeployRiskHealth(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseHealth>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", timeout: TimeSpan.FromSeconds(5));
    }

    public static void MapDeployRiskHealth(this WebApplication app)
    {
        app.MapHealthChecks(AppUrls.HealthLive, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(AppUrls.HealthReady).AllowAnonymous();
    }

    /// <summary>The log has when the database went away and when it came back, however often somebody asks.</summary>
    private sealed partial class DatabaseHealth(OrganisationStore organisations, ILogger<DatabaseHealth> logger) : IHealthCheck
    {
        private int _isAway;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await organisations.IsSetUpAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is OperationCanceledException || DatabaseTroubles.Of(exception) is not null)
            {
                if (Interlocked.Exchange(ref _isAway, 1) == 0)
                {
                    LogAway(logger, exception);
                }

                return HealthCheckResult.Unhealthy();
            }

            if (Interlocked.Exchange(ref _isAway, 0) == 1)
            {
                LogBack(logger);
            }

            return HealthCheckResult.Healthy();
        }

        [LoggerMessage(LogLevel.Error, "Not ready: the database does not answer")]
        private static partial void LogAway(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Information, "Ready again: the database answers")]
        private static partial void LogBack(ILogger logger);
    }
}
