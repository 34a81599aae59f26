using DeployRisk.Web.Hosting;
using DeployRisk.Web.Shared.Demo;

namespace DeployRisk.Web.Features.Account;

/// <summary>How people can sign in here.</summary>
public sealed class SignInWays(DeployRiskOptions options, DemoMode demo)
{
    /// <summary>Whether one click signs in as anybody.</summary>
    public bool IsDemo => demo.IsOn;

    /// <summary>Whether passwords, second steps and passkeys of our own are asked for.</summary>
    public bool Passwords => options.SignIn.Passwords;

    /// <summary>What people call the organisation's own sign-in; null when there is none.</summary>
    public string? Provider => options.SignIn.OpenIdConnect?.Name;

    /// <summary>Whether roles follow the provider, so that what is changed by hand holds until the next sign-in.</summary>
    public bool RolesFollow => options.SignIn.OpenIdConnect is { RoleClaim: not null };
}
