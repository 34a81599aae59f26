using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DeployRisk.Web.Hosting;

/// <summary>Where the application listens.</summary>
internal static class Addresses
{
    private const string Default = "http://localhost:5080";
    private static readonly string[] Keys = ["urls", "http_ports", "https_ports"];

    /// <summary>Listens on the default address unless the configuration names another in any of ASP.NET Core's ways.</summary>
    public static void ListenByDefault(this IWebHostBuilder host, IConfiguration configuration)
    {
        var configured = Keys.Any(key => !string.IsNullOrWhiteSpace(configuration[key]))
            || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (!configured)
        {
            host.UseUrls(Default);
        }
    }

    /// <summary>The addresses that the server really listens on.</summary>
    public static IReadOnlyList<string> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
}
