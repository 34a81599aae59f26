namespace DeployRisk.Web.Shared;

/// <summary>Addresses that come from outside and may lead anywhere.</summary>
public static class LocalAddress
{
    private static readonly Uri Here = new("http://localhost");

    /// <summary>
    /// The address when it is a page of this application, else the home page: nobody is led to another site. As a header takes it:
    /// what is not ASCII is escaped, and detours (<c>/./</c>) are gone.
    /// </summary>
    public static string Of(string? address) =>
        IsLocal(address) && Uri.TryCreate(Here, address, out var whole) && Escaped(whole) is var escaped && IsLocal(escaped) ? escaped : AppUrls.Home;

    private static string Escaped(Uri whole) => whole.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);

    private static bool IsLocal(string? address) =>
        address is ['/', ..]
        && address is not (['/', '/' or '\\', ..])
        && !address.Any(char.IsControl)
        && !address.Contains('\\', StringComparison.Ordinal);
}
