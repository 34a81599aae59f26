namespace DeployRisk.Web.Features.Account;

/// <summary>What changing the password asks.</summary>
public sealed class PasswordForm
{
    public string Current { get; set; } = "";

    public string Password { get; set; } = "";

    public string PasswordAgain { get; set; } = "";
}
