using System.Security.Cryptography;
using System.Text;
using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// Devices from which somebody has signed in: a cookie that only the server can write says so. A lock on an account does not hold for them,
/// so that nobody is locked out of their own account by others who try passwords.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, IHttpContextAccessor http)
{
    private const string Cookie = "deployrisk.device";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("DeployRisk.KnownDevice").ToTimeLimitedDataProtector();

    /// <summary>The device that sends this request is one of this person's from now on, until their password changes.</summary>
    public void Remember(ApplicationUser user)
    {
        var context = http.HttpContext!;
        context.Response.Cookies.Append(Cookie, _protector.Protect(Mark(user), Remembered), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Remembered,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    /// <summary>The device that sends this request is nobody's from now on.</summary>
    public void Forget() => http.HttpContext!.Response.Cookies.Delete(Cookie);

    /// <summary>Whether this person has signed in from the device that sends this request.</summary>
    public bool Knows(ApplicationUser user)
    {
        try
        {
            return http.HttpContext?.Request.Cookies[Cookie] is { } cookie && _protector.Unprotect(cookie) == Mark(user);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Mark(ApplicationUser user) => $"{user.Id:N} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(user.PasswordHash ?? "")))}";
}
