using DeployRisk.Data.Identity;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DeployRisk.Web.Features.Account;

/// <summary>Signs out, by a form alone: a link that signs out could stand on any page.</summary>
public static class SignOutEndpoint
{
    public static void MapSignOut(this WebApplication app) => app.MapPost(AppUrls.SignOut, SignOutAsync).AllowAnonymous();

    /// <param name="http">Says how the session began.</param>
    /// <param name="signIn">Ends the session.</param>
    /// <param name="ways">Says whether there is a provider.</param>
    /// <param name="logger">Has it when the provider does not answer.</param>
    /// <param name="form">Bound so that the antiforgery token is demanded.</param>
    private static async Task<RedirectHttpResult> SignOutAsync(
        HttpContext http, SignInManager<ApplicationUser> signIn, SignInWays ways, ILogger<ProviderEvents> logger, [FromForm] IFormCollection form)
    {
        // The session at the provider is the person's own to end: others may use it too.
        var isByProvider = ways.Provider is not null && SecondStepGate.IsByProvider(http.User);
        await signIn.SignOutAsync();
        var isOpenElsewhere = isByProvider && await ProviderEndpoints.OffersSignOutAsync(http, logger);
        return TypedResults.LocalRedirect(isOpenElsewhere ? AppUrls.SignedOut : AppUrls.SignInPage);
    }
}
