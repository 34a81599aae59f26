namespace DeployRisk.Web.Features.People;

/// <summary>Whom to invite, and as what.</summary>
public sealed class InviteForm : RolesForm
{
    public string Email { get; set; } = "";
}
