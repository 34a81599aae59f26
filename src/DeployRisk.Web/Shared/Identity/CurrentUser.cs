using System.Security.Claims;
using DeployRisk.Domain.Access;
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
        return ActorOf(principal) is { } actor
            ? new SignedInUser(actor, principal.FindFirstValue(DisplayNameClaim) ?? principal.Identity?.Name ?? "")
            : null;
    }

    /// <summary>Who acts in a session, with the roles that the account had when it began; null when nobody is signed in.</summary>
    public static Actor? ActorOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        ? new Actor(new UserId(id), [.. principal.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<OrganisationRole>(claim.Value))])
        : null;
}
