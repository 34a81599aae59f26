namespace DeployRisk.Web.Features.Account;

/// <summary>How somebody confirms that their account shall be deleted.</summary>
public sealed class EraseForm
{
    /// <summary>Their password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Their address, asked of those who have no password.</summary>
    public string Email { get; set; } = "";
}
