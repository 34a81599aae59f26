using DeployRisk.Data;
using DeployRisk.Data.Startup;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Shared.Demo;
using FluentValidation;

namespace DeployRisk.Web.Hosting;

/// <summary>Puts the application together.</summary>
public static class HostingServices
{
    /// <param name="builder">The application.</param>
    /// <param name="demo">The demo that was asked for, or null.</param>
    /// <exception cref="StartupFailureException">The configuration is not valid, or the data directory cannot be written.</exception>
    public static void AddDeployRisk(this WebApplicationBuilder builder, Demo? demo = null)
    {
        demo?.Configure(builder.Configuration);
        builder.Services.AddSingleton(new DemoMode(demo?.Language));
        var options = DeployRiskOptionsReader.Read(builder.Configuration);
        if (demo is not null)
        {
            // Whatever else is configured, a demo asks nobody else who its people are.
            options = options with { SignIn = options.SignIn with { OpenIdConnect = null, Passwords = true } };
        }

        var data = DataOptionsOf(options);
        DataDirectory.Ensure(data);

        builder.Services.AddSingleton(options);
        builder.Services.AddDeployRiskLogging(builder.Configuration, data.DataDirectory);
        builder.WebHost.ListenByDefault(builder.Configuration);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddDeployRiskData(data);
        builder.Services.AddSingleton(_ => QuestionnaireLoader.LoadBuiltIn());
        builder.Services.AddDeployRiskKeys(options.Keys);
        builder.Services.AddDeployRiskHealth();
        builder.Services.AddDeployRiskIdentity();
        builder.Services.AddDeployRiskProvider(options.SignIn.OpenIdConnect);
        builder.Services.AddDeployRiskRateLimits();
        builder.Services.AddDeployRiskMail(options);
        builder.Services.AddDeployRiskProxy(options.Proxy);
        builder.Services.AddPageCompression();
        builder.Services.AddDeployRiskPages();
        builder.Services.AddAssess();
        builder.Services.AddValidatorsFromDeployRisk();
    }

    private static DataOptions DataOptionsOf(DeployRiskOptions options) => new()
    {
        DataDirectory = options.DataDirectory!,
        Provider = options.Database.Provider,
        ConnectionString = options.Database.ConnectionString,
    };

    /// <summary>Every validator stands beside its form; they are found by their interface.</summary>
    private static void AddValidatorsFromDeployRisk(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(HostingServices).Assembly, includeInternalTypes: true))
        {
            services.AddScoped(found.InterfaceType, found.ValidatorType);
        }
    }
}
