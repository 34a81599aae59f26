using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace DeployRisk.Web.Hosting;

/// <summary>Believes the forwarding headers of the proxies that are named in the configuration, and of nobody else.</summary>
internal static class ProxyServices
{
    public static void AddDeployRiskProxy(this IServiceCollection services, DeployRiskOptions.ProxyOptions proxy) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = proxy.Trusted.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var entry in proxy.Trusted)
            {
                if (IPAddress.TryParse(entry, out var address))
                {
                    forwarded.KnownProxies.Add(address);
                }
                else
                {
                    forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(entry));
                }
            }
        });

    public static void UseDeployRiskProxy(this WebApplication app)
    {
        if (app.Services.GetRequiredService<DeployRiskOptions>().Proxy.Trusted.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }
}
