namespace DeployRisk.Web.Hosting;

/// <summary>A certificate with its private key, in a file.</summary>
/// <param name="Path">The path of the file (PKCS #12).</param>
/// <param name="Password">What the file is protected with; null without.</param>
public sealed record CertificateFile(string Path, string? Password)
{
    /// <summary>Without the password, which a record would print.</summary>
    public override string ToString() => Path;
}
