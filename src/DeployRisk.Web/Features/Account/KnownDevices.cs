using System.Security.Cryptography;
using System.Text;
using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// Devices from which somebody has signed in, until their password changes. A lock on an account does not hold for them,
/// so that nobody is locked out of their own account by others who try passwords.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, IHttpContextAccessor http)
    : PersonCookie("deployrisk.device", TimeSpan.FromDays(180), protection.CreateProtector("DeployRisk.KnownDevice").ToTimeLimitedDataProtector(), http)
{
    protected override string Write(ApplicationUser user) => $"{user.Id:N} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(user.PasswordHash ?? "")))}";
}
