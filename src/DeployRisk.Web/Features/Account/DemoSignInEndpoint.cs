using DeployRisk.Data.Identity;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DeployRisk.Web.Features.Account;

/// <summary>Signs in as one of the sample's people. It exists in a demo alone, and takes a form with its token.</summary>
public static class DemoSignInEndpoint
{
    public static void MapDemoSignIn(this WebApplication app) => app.MapPost(AppUrls.DemoSignIn, SignInAsync).AllowAnonymous();

    private static async Task<IResult> SignInAsync(
        UserManager<ApplicationUser> users, SignInManager<ApplicationUser> signIn, [FromForm] Guid person, [FromForm] string? returnUrl)
    {
        if (await users.FindByIdAsync(person.ToString()) is not { IsSample: true } user || !await signIn.CanSignInAsync(user))
        {
            return TypedResults.NotFound();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        return TypedResults.LocalRedirect(LocalAddress.Of(returnUrl));
    }
}
