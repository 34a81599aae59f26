using DeployRisk.Web.Features.Account;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Hosting;

/// <summary>The organisation's own sign-in, where one is configured: authorization code with PKCE, nothing kept of the provider's tokens.</summary>
internal static class ProviderServices
{
    /// <summary>How long the provider's server may take to answer ours, while somebody waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void AddDeployRiskProvider(this IServiceCollection services, DeployRiskOptions.ProviderOptions? provider)
    {
        services.AddSingleton<SignInWays>();
        if (provider is null)
        {
            return;
        }

        services.AddScoped<ProviderEvents>();
        services.AddAuthentication().AddOpenIdConnect(options =>
        {
            options.Authority = provider.Authority.ToString();
            options.ClientId = provider.ClientId;
            options.ClientSecret = provider.ClientSecret;
            options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
            options.ResponseType = "code";

            // Comes back by an address, not by a form of another site: so the cookies below need not be sent to other sites' forms.
            options.ResponseMode = "query";
            options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.NonceCookie.Name = "deployrisk.provider.nonce.";
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.CorrelationCookie.Name = "deployrisk.provider.";
            options.Scope.Add("email");
            foreach (var scope in provider.Scopes)
            {
                options.Scope.Add(scope);
            }

            // Claims by the names that the provider gives them; some say the address or the groups only when they are asked once more.
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.ClaimActions.MapUniqueJsonKey(ProviderEvents.EmailVerified, ProviderEvents.EmailVerified);
            options.ClaimActions.Remove(ProviderEvents.Issuer);
            if (provider.RoleClaim is { } roles)
            {
                options.ClaimActions.Remove(roles);
                options.ClaimActions.MapJsonKey(roles, roles);
            }

            options.CallbackPath = AppUrls.ProviderCallback;
            options.SignedOutCallbackPath = AppUrls.ProviderSignedOut;
            options.SignedOutRedirectUri = AppUrls.SignInPage;

            // No address that ends sessions of others by being asked for.
            options.RemoteSignOutPath = default;
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.EventsType = typeof(ProviderEvents);
            options.BackchannelTimeout = Patience;
        });
    }
}
