using DeployRisk.Web.Shared.Formatting;
using DeployRisk.Web.Shared.Handover;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Layout;
using DeployRisk.Web.Shared.Preferences;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Components.Web;

namespace DeployRisk.Web.Hosting;

/// <summary>What the pages need.</summary>
internal static class PageServices
{
    private const long MaxRequestBytes = 1024 * 1024;
    private const long MaxHubMessageBytes = 256 * 1024;

    public static void AddDeployRiskPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DetailedErrors = false;
            // Long enough for a closed laptop lid between two meetings.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
            circuits.DisconnectedCircuitMaxRetained = 200;
            circuits.MaxBufferedUnacknowledgedRenderBatches = 20;
        }).AddHubOptions(hub =>
        {
            hub.MaximumReceiveMessageSize = MaxHubMessageBytes;
            // A page that hears nothing for three times as long knows that its connection is dead (js/shell.js). One that can
            // only not send learns it from the server: later, for a busy browser is silent for a while too, and well before the
            // page takes what was sent for stored (js/typed-text.js).
            hub.KeepAliveInterval = TimeSpan.FromSeconds(4);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        })
            .RegisterPersistentService<PageHandover>(RenderMode.InteractiveServer);
        services.AddSingleton<HandedOver>();
        services.AddScoped<PageHandover>();
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
        // A form that cannot be read is refused, and is no failure of ours; while developing the framework would throw.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddDeployRiskLocalisation();
        services.AddScoped<CircuitReference>();
        services.AddScoped<CircuitHandler>(scope => scope.GetRequiredService<CircuitReference>());
        services.AddScoped<CurrentUser>();
        services.AddScoped<ReaderClock>();
        services.AddScoped<ReaderTheme>();
    }
}
