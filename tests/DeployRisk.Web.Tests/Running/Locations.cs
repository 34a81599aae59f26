namespace DeployRisk.Web.Tests.Running;

/// <summary>Redirects may be written with or without a host.</summary>
public static class Locations
{
    public static string AbsolutePathOrSelf(this Uri location) => location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
}
