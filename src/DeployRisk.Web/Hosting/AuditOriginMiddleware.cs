using DeployRisk.Data.Auditing;

namespace DeployRisk.Web.Hosting;

/// <summary>Says where what a request does comes from. A circuit's web socket is a request too: it holds for all that is done over it.</summary>
public static class AuditOriginMiddleware
{
    public static void UseAuditOrigin(this WebApplication app) => app.Use(async (http, next) =>
    {
        var address = http.Connection.RemoteIpAddress;
        AuditOrigin.Current = (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();
        await next(http);
    });
}
