using DeployRisk.Data;
using DeployRisk.Data.Identity;
using DeployRisk.Domain.Access;
using DeployRisk.Web.Features.Account;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Hosting;

/// <summary>Accounts, cookies, and who may see what: everything needs a signed-in person unless it says otherwise.</summary>
internal static class IdentityServices
{
    private const int TriesBeforeLockout = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SignedInFor = TimeSpan.FromDays(14);
    private static readonly TimeSpan StampCheckedEvery = TimeSpan.FromMinutes(1);

    public static void AddDeployRiskIdentity(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "deployrisk.session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = SignedInFor;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = AppUrls.SignInPage;
            cookie.LogoutPath = AppUrls.SignOut;
            cookie.AccessDeniedPath = AppUrls.AccessDenied;
            cookie.ReturnUrlParameter = "returnUrl";

            // Whether the password was changed elsewhere is asked of the database. The page that tells of its failure does not ask again.
            cookie.Events.OnValidatePrincipal = session =>
                session.HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? SecurityStampValidator.ValidatePrincipalAsync(session) : Task.CompletedTask;
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "deployrisk.forms";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddIdentityCore<ApplicationUser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.SignIn.RequireConfirmedAccount = true;
                identity.Password.RequiredLength = SignInRules.MinPasswordLength;
                // Length is what makes a password strong; rules about characters make people write them down.
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Lockout.MaxFailedAccessAttempts = TriesBeforeLockout;
                identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
                identity.Lockout.AllowedForNewUsers = true;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<DeployRiskDbContext>()
            .AddSignInManager<RecordedSignIns>()
            .AddUserConfirmation<EnabledAccounts>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddPasswordValidator<CommonPasswords>()
            .AddErrorDescriber<AccountErrors>()
            .AddDefaultTokenProviders();
        services.AddScoped<KnownDevices>();
        services.AddScoped<Confirmations>();
        services.AddSingleton<SecondStepTries>();
        services.AddScoped(scope => (RecordedSignIns)scope.GetRequiredService<SignInManager<ApplicationUser>>());
        services.Configure<IdentityPasskeyOptions>(passkeys => passkeys.UserVerificationRequirement = "required");
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.ValidationInterval = StampCheckedEvery;
            stamp.OnRefreshingPrincipal = SecondStepGate.KeepAsync;
        });
        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var deed in Enum.GetValues<OrganisationDeed>())
        {
            authorization.AddPolicy(deed.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(asked => CurrentUser.ActorOf(asked.User) is { } actor && AccessPolicy.Allows(actor, deed)));
        }

        services.AddScoped<AuthenticationStateProvider, RevalidatingSession>();
        services.AddSingleton<SetUpCode>();
        services.AddSingleton<SetUpState>();
    }
}
