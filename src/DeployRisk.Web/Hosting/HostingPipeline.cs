using DeployRisk.Data;
using DeployRisk.Data.Sample;
using DeployRisk.Data.Startup;
using DeployRisk.Web.Features.Account;
using DeployRisk.Web.Features.Audit;
using DeployRisk.Web.Features.Results;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Demo;
using DeployRisk.Web.Shared.Layout;
using DeployRisk.Web.Shared.Preferences;

namespace DeployRisk.Web.Hosting;

/// <summary>What every request passes through, in this order.</summary>
public static class HostingPipeline
{
    public static void UseDeployRisk(this WebApplication app)
    {
        // First, and only with trusted proxies, so that everything below sees the visitor's own address.
        app.UseDeployRiskProxy();
        app.UseAuditOrigin();
        app.UseDeployRiskSecurityHeaders();
        app.UseFontCaching();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = AppUrls.Error,
            CreateScopeForErrors = true,
            StatusCodeSelector = FailureStatus.Of,
        });
        app.UseStatusCodePagesWithReExecute(AppUrls.NotFound, createScopeForStatusCodePages: true);
        app.UsePagesOfRefusal();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseLimitsOfDoors();
        app.UseMiddleware<SetUpGate>();
        app.UseAuthentication();
        app.UseLimitsOfLivePages();
        app.UseAuthorization();
        app.UseMiddleware<SecondStepGate>();
        app.UseMiddleware<PasswordGate>();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapDeployRiskHealth();
        app.MapPreferences();
        app.MapSignOut();
        app.MapPasskeys();
        app.MapProvider();
        app.MapOwnData();
        app.MapDownload();
        app.MapAuditExport();
        if (app.Services.GetRequiredService<DemoMode>().IsOn)
        {
            app.MapDemoSignIn();
        }

        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Prepares the database, listens, says where, and waits for the end.</summary>
    /// <exception cref="StartupFailureException">The database cannot be used as it is.</exception>
    public static async Task StartAndWaitAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<DatabaseStartup>().PrepareAsync(app.Lifetime.ApplicationStopping);
        app.SayWhetherKeysAreEncrypted();
        if (app.Services.GetRequiredService<DemoMode>() is { Language: { } language })
        {
            await app.Services.GetRequiredService<SampleStore>().AddAsync(language, by: null, app.Lifetime.ApplicationStopping);
        }

        await app.StartAsync();
        var addresses = Addresses.Of(app.Services);
        var kept = app.Services.GetRequiredService<DemoMode>().IsOn
            ? "is a demo: its data goes when it ends (Ctrl+C)"
            : $"keeps its data in {app.Services.GetRequiredService<DataOptions>().DataDirectory}";
        await Console.Out.WriteLineAsync($"DeployRisk listens on {string.Join(" and ", addresses)} and {kept}");
        await app.Services.GetRequiredService<SetUpCode>().AnnounceAsync(Console.Out, addresses is [var first, ..] ? first : null);
        await app.WaitForShutdownAsync();
    }
}
