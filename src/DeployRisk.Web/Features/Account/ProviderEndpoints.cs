using DeployRisk.Web.Hosting;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DeployRisk.Web.Features.Account;

/// <summary>Leads to the organisation's provider, to sign in or out there. Links, not forms: a form may not lead to another site.</summary>
public static partial class ProviderEndpoints
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public static void MapProvider(this WebApplication app)
    {
        if (app.Services.GetRequiredService<DeployRiskOptions>().SignIn.OpenIdConnect is not null)
        {
            app.MapGet(AppUrls.ProviderSignInPath, SignInAsync).AllowAnonymous();
            app.MapGet(AppUrls.ProviderSignOut, SignOutAsync).AllowAnonymous();
        }
    }

    /// <summary>Whether the provider has a page to sign out at, and says so soon: who leaves does not wait for it.</summary>
    internal static async Task<bool> OffersSignOutAsync(HttpContext http, ILogger logger)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        soon.CancelAfter(Soon);
        return await TryAsync(
            http,
            logger,
            async () => await http.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>()
                .Get(OpenIdConnectDefaults.AuthenticationScheme)
                .ConfigurationManager!.GetConfigurationAsync(soon.Token) is { EndSessionEndpoint.Length: > 0 });
    }

    private static async Task SignInAsync(HttpContext http, ILogger<ProviderEvents> logger, string? returnUrl)
    {
        var back = LocalAddress.Of(returnUrl);
        if (!await TryAsync(http, logger, async () =>
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = back });
            return true;
        }))
        {
            http.Response.Redirect(AppUrls.ProviderRefused(ProviderFault.Failed, back));
        }
    }

    private static async Task SignOutAsync(HttpContext http, ILogger<ProviderEvents> logger)
    {
        if (await OffersSignOutAsync(http, logger))
        {
            await http.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = AppUrls.SignInPage });
        }
        else
        {
            http.Response.Redirect(AppUrls.SignInPage);
        }
    }

    /// <summary>False when the provider's description cannot be read, or it refuses what is pushed to it: it is away, or its address, client or secret is wrong.</summary>
    private static async Task<bool> TryAsync(HttpContext http, ILogger logger, Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException or OpenIdConnectProtocolException
            || (exception is OperationCanceledException && !http.RequestAborted.IsCancellationRequested))
        {
            LogUnreachable(logger, exception);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The provider of the sign-in does not answer as it should")]
    private static partial void LogUnreachable(ILogger logger, Exception exception);
}
