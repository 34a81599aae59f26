namespace DeployRisk.Web.Features.Account;

/// <summary>What signing in asks.</summary>
public sealed class SignInForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Whether the session outlives the browser.</summary>
    public bool Remember { get; set; }
}
