using System.Globalization;
using System.Security.Cryptography;
using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// Who has shown a while ago that it is them, by signing in or with their password once more: a cookie that only the server can write says
/// so. A device that was left open, or a session that somebody took, is not enough to change how its person signs in.
/// </summary>
public sealed class Confirmations(IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
{
    private const string Cookie = "deployrisk.confirmed";

    /// <summary>How long a confirmation holds.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("DeployRisk.Confirmation");

    /// <summary>Whoever sends this request has shown now that they are this person.</summary>
    public void Remember(ApplicationUser user)
    {
        var context = http.HttpContext!;
        context.Response.Cookies.Append(Cookie, _protector.Protect(Mark(user) + clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lasts,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    /// <summary>Whether whoever sends this request has shown lately that they are this person.</summary>
    public bool Holds(ApplicationUser user)
    {
        try
        {
            return http.HttpContext?.Request.Cookies[Cookie] is { } cookie
                && _protector.Unprotect(cookie) is var confirmed
                && confirmed.StartsWith(Mark(user), StringComparison.Ordinal)
                && long.TryParse(confirmed[Mark(user).Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && clock.GetUtcNow().UtcTicks - ticks <= Lasts.Ticks;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Mark(ApplicationUser user) => $"{user.Id:N} ";
}
