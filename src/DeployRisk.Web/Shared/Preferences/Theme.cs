namespace DeployRisk.Web.Shared.Preferences;

/// <summary>How the pages are coloured.</summary>
public enum Theme
{
    /// <summary>As the reader's system is.</summary>
    System,
    Light,
    Dark,
}
