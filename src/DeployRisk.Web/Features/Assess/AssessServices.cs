namespace DeployRisk.Web.Features.Assess;

/// <summary>What this journey needs.</summary>
internal static class AssessServices
{
    public static void AddAssess(this IServiceCollection services)
    {
        services.AddScoped<AssessmentSessions>();
        services.AddScoped<AssessmentStarts>();
    }
}
