using System.Security.Claims;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DeployRisk.Web.Features.Account;

/// <summary>Notes every session that begins in the audit trail, whichever way somebody signs in.</summary>
public sealed class RecordedSignIns(
    UserManager<ApplicationUser> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<ApplicationUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<ApplicationUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<ApplicationUser> confirmation,
    SignInRecords records) : SignInManager<ApplicationUser>(users, http, claims, options, logger, schemes, confirmation)
{
    private bool _isRenewed;

    public override async Task SignInWithClaimsAsync(ApplicationUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
        if (!_isRenewed)
        {
            await records.SignedInAsync(user.UserId);
        }
    }

    /// <summary>A session that goes on with a new cookie is no other session.</summary>
    /// <inheritdoc/>
    public override async Task RefreshSignInAsync(ApplicationUser user)
    {
        _isRenewed = true;
        await base.RefreshSignInAsync(user);
        _isRenewed = false;
    }
}
