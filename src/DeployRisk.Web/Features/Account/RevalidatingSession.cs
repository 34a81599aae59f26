using System.Security.Claims;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Troubles;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DeployRisk.Web.Features.Account;

/// <summary>Ends the circuits of a session whose password was changed elsewhere, or whose account is gone.</summary>
public sealed class RevalidatingSession(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>();
            var user = await users.GetUserAsync(authenticationState.User);
            return user is { DisabledAt: null }
                && authenticationState.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(user);
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            // Nothing can be read or saved until the database answers, and what is being typed would be lost.
            return true;
        }
    }
}
