namespace DeployRisk.Web.Hosting;

/// <summary>Reads and checks the options of the keys that protect cookies and links.</summary>
internal static class KeyOptionsReader
{
    private const string Certificate = "Certificate";
    private const string Password = "CertificatePassword";
    private const string Previous = "PreviousCertificates";
    private const string Section = "Keys";

    /// <summary>The keys below the application's section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [$"{Section}:{Certificate}", $"{Section}:{Password}", $"{Section}:{Previous}"];

    public static DeployRiskOptions.KeyOptions Read(IConfigurationSection section, List<string> faults)
    {
        var keys = section.GetSection(Section);
        return new DeployRiskOptions.KeyOptions
        {
            Certificate = FileOf(keys, faults),
            PreviousCertificates = [.. keys.GetSection(Previous).GetChildren().Select(entry => FileOf(entry, faults)).OfType<CertificateFile>()],
        };
    }

    private static CertificateFile? FileOf(IConfigurationSection section, List<string> faults)
    {
        var (path, password) = (section[Certificate], section[Password]);
        if (!string.IsNullOrWhiteSpace(path))
        {
            return new CertificateFile(Path.GetFullPath(path), string.IsNullOrEmpty(password) ? null : password);
        }

        var isPrevious = section.Key != Section;
        if (!string.IsNullOrEmpty(password) || (isPrevious && !string.IsNullOrEmpty(section.Value)))
        {
            faults.Add($"{section.Path}:{Certificate} is needed{(isPrevious ? "" : $" with {section.Path}:{Password}")}");
        }

        return null;
    }
}
