using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using DeployRisk.Web.Shared;

namespace DeployRisk.Web.Hosting;

/// <summary>
/// How often one network address may send a form at the doors: where passwords, codes and links are tried. A room full of people behind one
/// address gets in; who tries a list of passwords is told to wait.
/// </summary>
internal static class RateLimits
{
    private const int AtOnce = 100;
    private const int AgainPerPeriod = 10;
    private const int BytesOfAnIPv6Network = 8;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    public static void AddDeployRiskRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsDoor(http.Request)
            ? RateLimitPartition.GetTokenBucketLimiter(NetworkOf(http.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = AtOnce,
                TokensPerPeriod = AgainPerPeriod,
                ReplenishmentPeriod = Period,
            })
            : RateLimitPartition.GetNoLimiter(""));
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = Period.TotalSeconds.ToString(CultureInfo.InvariantCulture);

            // The page that says so is read, not sent.
            rejected.HttpContext.Request.Method = HttpMethods.Get;
            return ValueTask.CompletedTask;
        };
    });

    /// <summary>Who has an IPv6 address has a network of them.</summary>
    internal static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfAnIPv6Network)),
        _ => address.ToString(),
    };

    /// <summary>Forms, and the way to the organisation's provider and back, which has none.</summary>
    private static bool IsDoor(HttpRequest request) =>
        request.Path.StartsWithSegments(AppUrls.ProviderSignInPath, StringComparison.OrdinalIgnoreCase) || IsForm(request);

    private static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments(AppUrls.SetUp, StringComparison.OrdinalIgnoreCase))
        && !request.Path.StartsWithSegments(AppUrls.DemoSignIn, StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments(AppUrls.SignOut, StringComparison.OrdinalIgnoreCase);
}
