namespace DeployRisk.Web.Features.People;

/// <summary>Whom to invite, and as what.</summary>
public sealed class InviteForm : RolesForm
{
    public string Email { get; set; } = "";

    /// <summary>The tag of the mail's language: en or fr.</summary>
    public string Language { get; set; } = "";

    /// <summary>Whether the link is shown instead of mailed.</summary>
    public bool ByHand { get; set; }
}
