using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DeployRisk.TestKit.Servers;

/// <summary>
/// An OpenID Connect provider in this process, on a free port: OpenIddict without a store of its own. It knows one application, asks for no
/// password, and signs in whoever is <see cref="Present"/>.
/// </summary>
public sealed class SignInProvider : IAsyncDisposable
{
    public const string ClientId = "deployrisk";
    public const string ClientSecret = "known to both alone";
    public const string RoleClaim = "groups";

    private WebApplication? _app;

    private SignInProvider()
    {
    }

    /// <summary>Who sits at the browser; nobody: they cancel.</summary>
    public ProviderPerson? Present { get; set; }

    /// <summary>Whether it shows a page on which somebody agrees, as a real one does, before it goes on.</summary>
    public bool Asks { get; set; }

    /// <summary>Where it listens, as the application is configured with it.</summary>
    public Uri Authority { get; private set; } = default!;

    /// <summary>The settings of an application that signs in here.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["DeployRisk:SignIn:OpenIdConnect:Authority"] = Authority.ToString(),
        ["DeployRisk:SignIn:OpenIdConnect:ClientId"] = ClientId,
        ["DeployRisk:SignIn:OpenIdConnect:ClientSecret"] = ClientSecret,
        ["DeployRisk:SignIn:OpenIdConnect:Name"] = "Example ID",
        ["DeployRisk:SignIn:OpenIdConnect:AllowedDomains:0"] = "example.org",
    };

    public static async Task<SignInProvider> StartAsync()
    {
        var provider = new SignInProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(provider.Configure);
        builder.Services.AddAuthentication();
        provider._app = builder.Build();
        provider._app.Use(provider.AskAsync);
        provider._app.UseAuthentication();
        await provider._app.StartAsync();
        provider.Authority = new Uri(provider._app.Urls.Single());
        return provider;
    }

    /// <summary>Stops answering, as a provider that is down.</summary>
    public Task StopAsync() => _app!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode()
            .SetAuthorizationEndpointUris("authorize")
            .SetTokenEndpointUris("token")
            .SetUserInfoEndpointUris("person")
            .SetEndSessionEndpointUris("sign-out")
            .AllowAuthorizationCodeFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes(Scopes.Email, Scopes.Profile)
            .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))

            // An RSA key takes a second to make, on a machine that is busy with tests many.
            .AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256);
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(request =>
        {
            if (request.ClientId != ClientId)
            {
                request.Reject(Errors.InvalidClient);
            }

            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(request =>
        {
            if (request.ClientId != ClientId || request.ClientSecret != ClientSecret)
            {
                request.Reject(Errors.InvalidClient);
            }

            return default;
        }));
        server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(request =>
        {
            if (Present is { } person)
            {
                request.Principal = person.Principal();
            }
            else
            {
                request.Reject(Errors.AccessDenied);
            }

            return default;
        }));
        server.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(request =>
        {
            request.SignOut();
            return default;
        }));
        server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseInlineHandler(request =>
        {
            if (Present is { GroupsWhenAskedOnly: true } person)
            {
                request.Claims[RoleClaim] = new OpenIddictParameter([.. person.Groups.Select(group => (string?)group)]);
            }

            return default;
        }));
    }

    /// <summary>The page of the provider itself: goes on by a click.</summary>
    private async Task AskAsync(HttpContext http, RequestDelegate next)
    {
        if (!Asks || http.Request.Path != "/authorize" || http.Request.Query.ContainsKey("agreed"))
        {
            await next(http);
            return;
        }

        var address = System.Text.Encodings.Web.HtmlEncoder.Default.Encode($"/authorize{http.Request.QueryString}&agreed=yes");
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"<!DOCTYPE html><html lang=\"en\"><title>Example ID</title><link rel=\"icon\" href=\"data:,\"><h1>Example ID</h1><p><a href=\"{address}\">It is me</a></p></html>");
    }
}
