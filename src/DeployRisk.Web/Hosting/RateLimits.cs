using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace DeployRisk.Web.Hosting;

/// <summary>
/// How often one network address may send a form at the doors: where passwords, codes and links are tried; and how many live pages one person,
/// and all together, may hold. A room full of people behind one address gets in; who tries a list of passwords is told to wait.
/// </summary>
internal static class RateLimits
{
    private const int AtOnce = 100;
    private const int AgainPerPeriod = 10;
    private const int BytesOfAnIPv6Network = 8;
    private const int LivePagesOfOnePerson = 100;
    private const int LivePages = 2000;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    public static void AddDeployRiskRateLimits(this IServiceCollection services) => services.AddRateLimiter(doors =>
    {
        doors.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        doors.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsDoor(http.Request)
            ? RateLimitPartition.GetTokenBucketLimiter(NetworkOf(http.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = AtOnce,
                TokensPerPeriod = AgainPerPeriod,
                ReplenishmentPeriod = Period,
            })
            : RateLimitPartition.GetNoLimiter(""));
        doors.OnRejected = (rejected, _) => AskToWait(rejected.HttpContext);
    });

    /// <summary>Before it is known who asks: some doors are answered where that is found out.</summary>
    public static void UseLimitsOfDoors(this WebApplication app) => app.UseRateLimiter();

    /// <summary>Once it is known who asks.</summary>
    public static void UseLimitsOfLivePages(this WebApplication app) => app.UseRateLimiter(new RateLimiterOptions
    {
        RejectionStatusCode = StatusCodes.Status429TooManyRequests,
        GlobalLimiter = PartitionedRateLimiter.CreateChained(
            LivePagesLimiter(PersonOf, LivePagesOfOnePerson),
            LivePagesLimiter(_ => "", LivePages)),
        OnRejected = (rejected, _) =>
        {
            if (rejected.HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                // A script asked, and nobody would read the page.
                pages.Enabled = false;
            }

            return AskToWait(rejected.HttpContext);
        },
    });

    private static PartitionedRateLimiter<HttpContext> LivePagesLimiter(Func<HttpContext, string> whose, int limit) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => HoldsALivePage(http.Request)
            ? RateLimitPartition.GetConcurrencyLimiter(whose(http), _ => new ConcurrencyLimiterOptions { PermitLimit = limit })
            : RateLimitPartition.GetNoLimiter("none"));

    private static ValueTask AskToWait(HttpContext http)
    {
        http.Response.Headers.RetryAfter = Period.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

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
        request.Path.StartsWithSegments(AppUrls.ProviderSignInPath, StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments(AppUrls.ProviderSignOut, StringComparison.OrdinalIgnoreCase)
        || IsForm(request);

    private static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments(AppUrls.SetUp, StringComparison.OrdinalIgnoreCase))
        && !request.Path.StartsWithSegments(AppUrls.DemoSignIn, StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments(AppUrls.SignOut, StringComparison.OrdinalIgnoreCase);

    /// <summary>The request stays as long as the page lives: a web socket, or a poll that waits.</summary>
    private static bool HoldsALivePage(HttpRequest request) =>
        request.Path.Equals(AppUrls.Circuits, StringComparison.OrdinalIgnoreCase) && !HttpMethods.IsPost(request.Method) && !HttpMethods.IsDelete(request.Method);

    private static string PersonOf(HttpContext http) => CurrentUser.ActorOf(http.User)?.Id.ToString() ?? NetworkOf(http.Connection.RemoteIpAddress);
}
