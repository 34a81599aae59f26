using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data;

/// <summary>Registers the database and the stores.</summary>
public static class DataServices
{
    /// <summary>
    /// Adds the contexts, the stores and the start-up of the database. The caller registers a
    /// <see cref="DeployRisk.Domain.Questionnaires.Questionnaire"/>, a <see cref="TimeProvider"/> and Identity
    /// (with <see cref="DeployRiskDbContext"/> as its store), and awaits
    /// <see cref="Startup.DatabaseStartup.PrepareAsync"/> before the first request.
    /// </summary>
    public static IServiceCollection AddDeployRiskData(this IServiceCollection services, DataOptions options) =>
        throw new NotImplementedException();
}
