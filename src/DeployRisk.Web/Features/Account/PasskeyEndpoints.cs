using DeployRisk.Data.Identity;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DeployRisk.Web.Features.Account;

/// <summary>What a browser needs to ask its device for a passkey; forms with their token alone get it.</summary>
public static class PasskeyEndpoints
{
    public static void MapPasskeys(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<SignInWays>().Passwords)
        {
            return;
        }

        app.MapPost(AppUrls.NewPasskeyOptions, NewAsync);
        app.MapPost(AppUrls.PasskeyOptions, KnownAsync).AllowAnonymous();
    }

    /// <param name="http">Says who is signed in.</param>
    /// <param name="users">The accounts.</param>
    /// <param name="signIn">Makes the challenge, and remembers it in a cookie.</param>
    /// <param name="form">Bound so that the antiforgery token is demanded.</param>
    private static async Task<Results<ContentHttpResult, UnauthorizedHttpResult>> NewAsync(
        HttpContext http, UserManager<ApplicationUser> users, SignInManager<ApplicationUser> signIn, [FromForm] IFormCollection form) =>
        await users.GetUserAsync(http.User) is { } user
            ? TypedResults.Content(
                await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email ?? "", DisplayName = user.DisplayName }),
                "application/json")
            : TypedResults.Unauthorized();

    /// <summary>Of any account: which one, the device says. So nobody learns here who has an account.</summary>
    /// <inheritdoc cref="NewAsync"/>
    private static async Task<ContentHttpResult> KnownAsync(SignInManager<ApplicationUser> signIn, [FromForm] IFormCollection form) =>
        TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
}
