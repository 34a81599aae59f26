namespace DeployRisk.Web.Tests.Running;

/// <summary>Redirects may be written with or without the application's host; one to another host stays whole.</summary>
public static class Locations
{
    public static string AbsolutePathOrSelf(this Uri location) => location is { IsAbsoluteUri: true, Host: "localhost" } ? location.PathAndQuery : location.OriginalString;
}
