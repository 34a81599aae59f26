using System.Security.Claims;
using DeployRisk.Domain.Assessments;
using Microsoft.AspNetCore.Components.Authorization;

namespace DeployRisk.Web.Shared.Identity;

/// <summary>Says who is signed in, on static pages and in circuits alike.</summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication)
{
    /// <summary>The claim that holds the display name.</summary>
    public const string DisplayNameClaim = "name";

    /// <summary>The person who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public async Task<SignedInUser> GetAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The person who is signed in, or null.</summary>
    public async Task<SignedInUser?> FindAsync()
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        return Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new SignedInUser(new UserId(id), principal.FindFirstValue(DisplayNameClaim) ?? principal.Identity?.Name ?? "")
            : null;
    }
}
