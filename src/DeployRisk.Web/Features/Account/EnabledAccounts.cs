using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>Lets nobody sign in whose account is disabled.</summary>
internal sealed class EnabledAccounts : IUserConfirmation<ApplicationUser>
{
    public Task<bool> IsConfirmedAsync(UserManager<ApplicationUser> manager, ApplicationUser user) => Task.FromResult(user.DisabledAt is null);
}
