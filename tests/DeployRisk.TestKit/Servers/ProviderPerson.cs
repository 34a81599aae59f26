using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DeployRisk.TestKit.Servers;

/// <summary>Somebody whom a <see cref="SignInProvider"/> knows.</summary>
/// <param name="Subject">Who it is, for ever.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address; null when the provider has none.</param>
public sealed record ProviderPerson(string Subject, string Name, string? Email)
{
    /// <summary>Whether the provider has verified the address; null when it does not say.</summary>
    public bool? IsVerified { get; init; } = true;

    /// <summary>What roles follow.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether the provider tells the groups by its endpoint for that alone, not in the token.</summary>
    public bool GroupsWhenAskedOnly { get; init; }

    internal ClaimsPrincipal Principal()
    {
        var identity = new ClaimsIdentity("SignInProvider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Subject).SetClaim(Claims.Name, Name).SetClaim(Claims.Email, Email);
        if (IsVerified is { } isVerified)
        {
            identity.SetClaim(Claims.EmailVerified, isVerified);
        }

        if (!GroupsWhenAskedOnly)
        {
            identity.SetClaims(SignInProvider.RoleClaim, [.. Groups]);
        }

        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity).SetScopes(Scopes.OpenId, Scopes.Email, Scopes.Profile);
    }
}
