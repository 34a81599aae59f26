using System.Globalization;
using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// Who has shown a while ago that it is them, by signing in or with their password once more. A device that was left open, or a session that
/// somebody took, is not enough to change how its person signs in.
/// </summary>
public sealed class Confirmations(IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
    : PersonCookie("deployrisk.confirmed", Lasts, protection.CreateProtector("DeployRisk.Confirmation").ToTimeLimitedDataProtector(), http)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    protected override string Write(ApplicationUser user) => string.Create(CultureInfo.InvariantCulture, $"{user.Id:N} {clock.GetUtcNow():O}");

    protected override bool IsAbout(ApplicationUser user, string written) =>
        written.Split(' ') is [var id, var at]
        && id == user.Id.ToString("N")
        && clock.GetUtcNow() - DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) <= Lasts;
}
