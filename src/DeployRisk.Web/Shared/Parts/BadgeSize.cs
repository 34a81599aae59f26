namespace DeployRisk.Web.Shared.Parts;

/// <summary>How large a verdict is shown.</summary>
public enum BadgeSize
{
    /// <summary>In a list or a table.</summary>
    Small,

    /// <summary>Beside a title.</summary>
    Medium,

    /// <summary>As the message of a page.</summary>
    Large,
}
