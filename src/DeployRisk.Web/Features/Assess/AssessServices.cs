using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DeployRisk.Web.Features.Assess;

/// <summary>What this journey needs.</summary>
internal static class AssessServices
{
    public static void AddAssess(this IServiceCollection services)
    {
        services.AddScoped<AssessmentSessions>();
        services.AddScoped<ConnectionWatch>();
        services.AddScoped<CircuitHandler>(scope => scope.GetRequiredService<ConnectionWatch>());
        services.AddScoped<AssessmentStarts>();
    }
}
