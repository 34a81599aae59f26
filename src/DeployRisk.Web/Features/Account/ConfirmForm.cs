namespace DeployRisk.Web.Features.Account;

/// <summary>How somebody who is signed in shows that it is them.</summary>
public sealed class ConfirmForm
{
    /// <summary>Their password.</summary>
    public string Password { get; set; } = "";
}
