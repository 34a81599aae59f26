using System.Security.Claims;
using DeployRisk.Data.Identity;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DeployRisk.Web.Features.Account;

/// <summary>Puts into the session what pages would ask the database for: the display name, and whether the account asks for two steps.</summary>
public sealed class AccountClaims(
    UserManager<ApplicationUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<ApplicationUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(ApplicationUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(CurrentUser.DisplayNameClaim, user.DisplayName));
        if (user.TwoFactorEnabled)
        {
            identity.AddClaim(new Claim(SecondStepGate.Claim, "true"));
        }

        return identity;
    }
}
