namespace DeployRisk.Web.Shared.Preferences;

/// <summary>The theme of the page being shown, for the switch in the app bar.</summary>
public sealed class ReaderTheme
{
    public Theme Current { get; set; }
}
