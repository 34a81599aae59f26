namespace DeployRisk.Web.Features.Account;

/// <summary>What people change about themselves.</summary>
public sealed class ProfileForm
{
    public string Name { get; set; } = "";
}
