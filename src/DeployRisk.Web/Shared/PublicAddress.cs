namespace DeployRisk.Web.Shared;

/// <summary>
/// Where people find this installation, as it is configured. Links in mails lead there: the host that a request names is whatever its sender wrote,
/// and a link that somebody else receives must not follow it.
/// </summary>
/// <param name="Address">Scheme, host and port; null when it is not configured.</param>
public sealed record PublicAddress(Uri? Address)
{
    /// <summary>The whole address of a page; null when the public address is not configured.</summary>
    public Uri? LinkTo(string path) => Address is null ? null : new Uri(Address, path);
}
