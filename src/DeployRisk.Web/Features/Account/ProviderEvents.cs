using System.Security.Claims;
using System.Text.RegularExpressions;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using DeployRisk.Web.Hosting;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace DeployRisk.Web.Features.Account;

/// <summary>What follows when somebody comes back from the organisation's provider: a session, or a page that says why not.</summary>
public sealed partial class ProviderEvents(ProviderAccounts accounts, RecordedSignIns signIn, DeployRiskOptions options, ILogger<ProviderEvents> logger)
    : OpenIdConnectEvents
{
    /// <summary>The claim that says which provider it is.</summary>
    public const string Issuer = "iss";

    /// <summary>The claim that says whether the provider has verified the e-mail address.</summary>
    public const string EmailVerified = "email_verified";

    private DeployRiskOptions.ProviderOptions Provider => options.SignIn.OpenIdConnect!;

    /// <summary>The provider's answer was checked: signature, issuer, audience, nonce and state are right.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var outcome = await accounts.OpenAsync(IdentityOf(context.Principal!), Provider.Rules, CurrentLanguage.Get(), context.HttpContext.RequestAborted);
        context.Response.Redirect(outcome switch
        {
            ProviderOutcome.Opened opened when await signIn.ByProviderAsync(opened.User) => LocalAddress.Of(context.ReturnUri),
            ProviderOutcome.Refused refused => AppUrls.ProviderRefused(FaultOf(refused.Why), context.ReturnUri),
            _ => AppUrls.ProviderRefused(ProviderFault.Disabled, context.ReturnUri),
        });
        context.HandleResponse();
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.Response.Redirect(AppUrls.ProviderRefused(ProviderFault.Cancelled, context.Properties?.RedirectUri));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        LogFailed(logger, context.Failure?.GetType().Name ?? "", ErrorCode().Match(context.Failure?.Message ?? "").Groups["code"].Value);
        context.Response.Redirect(AppUrls.ProviderRefused(ProviderFault.Failed, context.Properties?.RedirectUri));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Without the token of the session, which is not kept, the provider needs to know who asks.</summary>
    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.ClientId = Provider.ClientId;
        return Task.CompletedTask;
    }

    private ProviderIdentity IdentityOf(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(Issuer) ?? Provider.Authority.ToString(),
        principal.FindFirstValue("sub") ?? throw new InvalidOperationException("The provider's answer was checked and has no subject."),
        principal.FindFirstValue("name") ?? "",
        principal.FindFirstValue("email") is { Length: > 0 } email ? email : null,
        bool.TryParse(principal.FindFirstValue(EmailVerified), out var isVerified) && isVerified,
        Provider.RoleClaim is { } claim ? [.. principal.FindAll(claim).Select(found => found.Value)] : []);

    private static ProviderFault FaultOf(ProviderRefusal why) => why switch
    {
        ProviderRefusal.Unverified => ProviderFault.Unverified,
        ProviderRefusal.NotAllowed => ProviderFault.NotAllowed,
        ProviderRefusal.AccountExists => ProviderFault.AccountExists,
        ProviderRefusal.Disabled => ProviderFault.Disabled,
        ProviderRefusal.Unusable => ProviderFault.Unusable,
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "A refusal without a page."),
    };

    /// <summary>The standard's short word for the error, as the framework quotes it. The rest may be anything, from anybody: an answer is an address that anybody can open.</summary>
    [GeneratedRegex("error: '(?<code>[a-z_]{1,40})'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex ErrorCode();

    [LoggerMessage(LogLevel.Warning, "A sign-in by the provider failed: {Failure} {ErrorCode}")]
    private static partial void LogFailed(ILogger logger, string failure, string errorCode);
}
