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

    /// <param name="signIn">Ends the session.</param>
    /// <param name="form">Bound so that the antiforgery token is demanded.</param>
    private static async Task<RedirectHttpResult> SignOutAsync(SignInManager<ApplicationUser> signIn, [FromForm] IFormCollection form)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect(AppUrls.SignInPage);
    }
}
