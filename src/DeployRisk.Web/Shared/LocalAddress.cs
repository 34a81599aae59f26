namespace DeployRisk.Web.Shared;

/// <summary>Addresses that come from outside and may lead anywhere.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a page of this application, else the home page: nobody is led to another site.</summary>
    public static string Of(string? address) => IsLocal(address) ? address! : AppUrls.Home;

    private static bool IsLocal(string? address) =>
        address is ['/', ..]
        && address is not (['/', '/' or '\\', ..])
        && !address.Any(char.IsControl)
        && !address.Contains('\\', StringComparison.Ordinal);
}
