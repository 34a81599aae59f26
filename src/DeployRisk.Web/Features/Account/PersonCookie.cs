using System.Security.Cryptography;
using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace DeployRisk.Web.Features.Account;

/// <summary>A cookie about one person that only the server can write, and that holds for a while.</summary>
/// <param name="name">Its name.</param>
/// <param name="lasts">How long it holds.</param>
/// <param name="protector">Keeps others from writing it.</param>
/// <param name="http">Has the request it comes with.</param>
public abstract class PersonCookie(string name, TimeSpan lasts, ITimeLimitedDataProtector protector, IHttpContextAccessor http)
{
    /// <summary>Whoever sends this request gets it.</summary>
    public void Remember(ApplicationUser user)
    {
        var context = http.HttpContext!;
        context.Response.Cookies.Append(name, protector.Protect(Write(user), lasts), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = lasts,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    /// <summary>Whoever sends this request has it no more.</summary>
    public void Forget() => http.HttpContext!.Response.Cookies.Delete(name);

    /// <summary>Whether whoever sends this request has it, and it is about this person.</summary>
    public bool Knows(ApplicationUser user)
    {
        try
        {
            return http.HttpContext?.Request.Cookies[name] is { } cookie && IsAbout(user, protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    protected abstract string Write(ApplicationUser user);

    protected virtual bool IsAbout(ApplicationUser user, string written) => written == Write(user);
}
