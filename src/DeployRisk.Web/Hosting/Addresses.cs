using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DeployRisk.Web.Hosting;

/// <summary>Where the application listens.</summary>
internal static class Addresses
{
    private const string Urls = "urls";
    private const string Default = "http://localhost:5080";
    private static readonly string[] Keys = [Urls, "http_ports", "https_ports"];

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

    /// <summary>The first configured address that others than this machine can reach, or null when there is none.</summary>
    public static string? FirstBeyondThisMachine(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).ToList();
        string?[] urls = [.. endpoints, .. (configuration[Urls] ?? "").Split(';')];
        if (urls.All(string.IsNullOrWhiteSpace))
        {
            // A port without an address is one of every address.
            return Keys.Where(key => !string.IsNullOrWhiteSpace(configuration[key])).Select(key => $"{key}={configuration[key]}").FirstOrDefault();
        }

        return urls.FirstOrDefault(url => !string.IsNullOrWhiteSpace(url) && !IsThisMachine(url));
    }

    /// <summary>The addresses that the server really listens on.</summary>
    public static IReadOnlyList<string> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    private static bool IsThisMachine(string url)
    {
        try
        {
            var host = BindingAddress.Parse(url.Trim()).Host;
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
