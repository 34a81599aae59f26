using System.Net;
using DeployRisk.Data;
using DeployRisk.Data.Startup;

namespace DeployRisk.Web.Hosting;

/// <summary>Reads and checks the options before anything else is set up, because the database and the log depend on them.</summary>
internal static class DeployRiskOptionsReader
{
    private const string DatabaseSection = DeployRiskOptions.Section + ":Database";
    private const string TrustedKey = DeployRiskOptions.Section + ":Proxy:Trusted";
    private static readonly string[] KnownKeys =
        ["DataDirectory", "Database:Provider", "Database:ConnectionString", "Proxy:Trusted", .. SignInOptionsReader.KnownKeys, .. MailOptionsReader.Keys, .. KeyOptionsReader.Keys];

    /// <summary>The options, with the data directory as a full path.</summary>
    /// <exception cref="StartupFailureException">Something is wrong; the message names every key and what is wrong with it.</exception>
    public static DeployRiskOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(DeployRiskOptions.Section);
        List<string> faults = [.. UnknownKeys(section)];
        var directory = DataDirectory(section, faults);
        var database = Database(section, faults);
        var proxy = Proxy(section, faults);
        var signIn = SignInOptionsReader.Read(section, faults);
        var address = MailOptionsReader.PublicAddress(section, faults);
        var mail = MailOptionsReader.Server(section, faults);
        var keys = KeyOptionsReader.Read(section, faults);
        return faults.Count == 0
            ? new DeployRiskOptions { DataDirectory = directory, Database = database, Proxy = proxy, SignIn = signIn, PublicAddress = address, Mail = mail, Keys = keys }
            : throw new StartupFailureException($"The configuration is not valid: {string.Join("; ", faults)}.");
    }

    /// <summary>Whether a proxy's entry is an address or a network.</summary>
    internal static bool IsAddressOrNetwork(string? entry) => IPAddress.TryParse(entry, out _) || IPNetwork.TryParse(entry, out _);

    private static string DataDirectory(IConfigurationSection section, List<string> faults)
    {
        var configured = section[nameof(DeployRiskOptions.DataDirectory)];
        if (!string.IsNullOrWhiteSpace(configured))
        {
            try
            {
                return Path.GetFullPath(configured);
            }
            catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
            {
                faults.Add($"{DeployRiskOptions.Section}:{nameof(DeployRiskOptions.DataDirectory)} is not a path");
                return "";
            }
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length == 0)
        {
            faults.Add($"{DeployRiskOptions.Section}:{nameof(DeployRiskOptions.DataDirectory)} is needed, because the account that runs DeployRisk has no home folder");
        }

        return Path.Combine(home, "DeployRisk");
    }

    private static DeployRiskOptions.DatabaseOptions Database(IConfigurationSection section, List<string> faults)
    {
        var name = section["Database:Provider"];
        var connection = section["Database:ConnectionString"];
        var provider = DatabaseProvider.Sqlite;
        if (!string.IsNullOrWhiteSpace(name) && (!Enum.TryParse(name, ignoreCase: true, out provider) || !Enum.IsDefined(provider)))
        {
            faults.Add($"{DatabaseSection}:Provider is '{name}' and must be {string.Join(" or ", Enum.GetNames<DatabaseProvider>())}");
        }
        else if (provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(connection))
        {
            faults.Add($"{DatabaseSection}:ConnectionString is needed with {nameof(DatabaseProvider.PostgreSql)}");
        }
        else if (provider == DatabaseProvider.Sqlite && !string.IsNullOrWhiteSpace(connection))
        {
            faults.Add($"{DatabaseSection}:ConnectionString is for {nameof(DatabaseProvider.PostgreSql)}; with {nameof(DatabaseProvider.Sqlite)} the file is in the data directory");
        }

        return new DeployRiskOptions.DatabaseOptions { Provider = provider, ConnectionString = connection };
    }

    private static DeployRiskOptions.ProxyOptions Proxy(IConfigurationSection section, List<string> faults)
    {
        var trusted = section.GetSection("Proxy:Trusted").GetChildren().ToList();
        faults.AddRange(trusted
            .Where(entry => !IsAddressOrNetwork(entry.Value))
            .Select(entry => $"{TrustedKey}:{entry.Key} is '{entry.Value}' and must be an address or a network such as 10.0.0.0/8"));
        return new DeployRiskOptions.ProxyOptions { Trusted = [.. trusted.Select(entry => entry.Value ?? "")] };
    }

    /// <summary>A mistyped key would otherwise be a setting that silently does nothing.</summary>
    private static IEnumerable<string> UnknownKeys(IConfigurationSection section) => section
        .AsEnumerable(makePathsRelative: true)
        .Where(pair => !string.IsNullOrEmpty(pair.Value) && pair.Key.Length > 0 && !KnownKeys.Any(known => Covers(known, pair.Key)))
        .Select(pair => $"{DeployRiskOptions.Section}:{pair.Key} is not a setting");

    private static bool Covers(string known, string key) =>
        key.Equals(known, StringComparison.OrdinalIgnoreCase) || key.StartsWith(known + ":", StringComparison.OrdinalIgnoreCase);
}
