namespace DeployRisk.Web.Features.Account;

/// <summary>Who has forgotten their password.</summary>
public sealed class ForgottenForm
{
    public string Email { get; set; } = "";
}
