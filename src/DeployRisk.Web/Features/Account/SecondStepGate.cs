using System.Security.Claims;
using DeployRisk.Domain.Access;
using DeployRisk.Web.Hosting;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Layout;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>Where the configuration asks for it: leads administrators to two-step sign-in until they have it, whatever page they ask for.</summary>
public sealed class SecondStepGate(RequestDelegate next, DeployRiskOptions options)
{
    /// <summary>The claim of a session whose account asks for two steps.</summary>
    public const string Claim = "two-step";

    /// <summary>The claim that says how a session began.</summary>
    public const string Method = "amr";

    /// <summary>What it says of a passkey.</summary>
    public const string Passkey = "hwk";

    /// <summary>What it says of the organisation's provider, which asks for second steps itself.</summary>
    public const string Provider = "fed";

    private static readonly Type[] OpenBefore = [typeof(SecondStepSetUpPage), typeof(ConfirmPage), typeof(ErrorPage), typeof(NotFoundPage)];

    public Task InvokeAsync(HttpContext http)
    {
        if (options.SignIn is { AdministratorsNeedTwoSteps: true, Passwords: true } && IsHeldBack(http.User) && !IsOpen(http.GetEndpoint()))
        {
            http.Response.Redirect(AppUrls.SetUpSecondStep);
            return Task.CompletedTask;
        }

        return next(http);
    }

    /// <summary>A session that began with two steps stays one, when its claims are read anew.</summary>
    public static Task KeepAsync(SecurityStampRefreshingPrincipalContext session)
    {
        if (session is { CurrentPrincipal: { } before, NewPrincipal.Identity: ClaimsIdentity now })
        {
            now.AddClaims(before.FindAll(claim => claim.Type is Claim or Method).Where(claim => !now.HasClaim(known => known.Type == claim.Type)).Select(claim => claim.Clone(now)));
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether the session began at the organisation's provider.</summary>
    public static bool IsByProvider(ClaimsPrincipal person) => person.HasClaim(Method, Provider);

    private static bool IsHeldBack(ClaimsPrincipal person) => person.IsInRole(nameof(OrganisationRole.Administrator)) && !person.HasClaim(claim => claim.Type == Claim) && !person.HasClaim(Method, Passkey) && !IsByProvider(person);

    /// <summary>Style sheets, signing out and the like are no pages of an administrator.</summary>
    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint is null
        || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page && OpenBefore.Contains(page.Type)
        || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
}
