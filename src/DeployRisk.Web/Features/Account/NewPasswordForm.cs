namespace DeployRisk.Web.Features.Account;

/// <summary>What somebody who has forgotten their password fills in.</summary>
public sealed class NewPasswordForm
{
    public string Password { get; set; } = "";

    public string PasswordAgain { get; set; } = "";
}
