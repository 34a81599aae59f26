namespace DeployRisk.Web.Features.Account;

/// <summary>What somebody who is invited fills in.</summary>
public sealed class InvitationForm
{
    public string Name { get; set; } = "";

    public string Password { get; set; } = "";

    public string PasswordAgain { get; set; } = "";
}
