using DeployRisk.Domain.Access;

namespace DeployRisk.Web.Hosting;

/// <summary>Reads and checks how people sign in.</summary>
internal static class SignInOptionsReader
{
    private const string TwoStepsKey = "SignIn:AdministratorsNeedTwoSteps";
    private const string PasswordsKey = "SignIn:Passwords";
    private const string ProviderKey = "SignIn:OpenIdConnect";
    private static readonly string[] ProviderKeys = ["Authority", "ClientId", "ClientSecret", "Name", "RoleClaim", "Roles", "Scopes", "AllowedDomains"];

    /// <summary>The settings there are, below the section of DeployRisk.</summary>
    public static IReadOnlyList<string> KnownKeys { get; } = [TwoStepsKey, PasswordsKey, .. ProviderKeys.Select(key => $"{ProviderKey}:{key}")];

    /// <summary>What was configured; every fault is added to the others.</summary>
    public static DeployRiskOptions.SignInOptions Read(IConfigurationSection section, List<string> faults)
    {
        var needTwoSteps = Switch(section, TwoStepsKey, byDefault: false, faults);
        var passwords = Switch(section, PasswordsKey, byDefault: true, faults);
        var provider = Provider(section.GetSection(ProviderKey), faults);
        if (!passwords && provider is null)
        {
            faults.Add($"{Path(PasswordsKey)} is false and {Path(ProviderKey)} names no provider: nobody could sign in");
        }
        else if (!passwords && provider!.Rules.AllowedDomains.Count == 0)
        {
            faults.Add($"{Path(ProviderKey)}:AllowedDomains is needed when {Path(PasswordsKey)} is false: the first administrator could not sign in");
        }

        return new DeployRiskOptions.SignInOptions { AdministratorsNeedTwoSteps = needTwoSteps, Passwords = passwords, OpenIdConnect = provider };
    }

    private static DeployRiskOptions.ProviderOptions? Provider(IConfigurationSection section, List<string> faults)
    {
        if (section.AsEnumerable().All(pair => string.IsNullOrWhiteSpace(pair.Value)))
        {
            return null;
        }

        var authority = Authority(section, faults);
        var client = Text(section, "ClientId");
        if (client is null)
        {
            faults.Add($"{Path(ProviderKey)}:ClientId is needed: what the provider calls this application");
        }

        return new DeployRiskOptions.ProviderOptions
        {
            Authority = authority,
            ClientId = client ?? "",
            ClientSecret = Text(section, "ClientSecret"),
            Name = Text(section, "Name") ?? authority.Host,
            RoleClaim = Text(section, "RoleClaim"),
            Scopes = Words(section.GetSection("Scopes")),
            Rules = new ProviderRules(Domains(section, faults), Roles(section, faults)),
        };
    }

    private static Uri Authority(IConfigurationSection section, List<string> faults)
    {
        var configured = Text(section, "Authority");
        if (Uri.TryCreate(configured, UriKind.Absolute, out var authority)
            && (authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            && authority is { Query: "", Fragment: "", UserInfo: "" })
        {
            return authority;
        }

        faults.Add(configured is null
            ? $"{Path(ProviderKey)}:Authority is needed: the address of the provider"
            : $"{Path(ProviderKey)}:Authority is not an https address such as https://login.example.org");
        return new Uri("https://localhost");
    }

    private static IReadOnlyList<string> Domains(IConfigurationSection section, List<string> faults)
    {
        var domains = Words(section.GetSection("AllowedDomains"));
        faults.AddRange(domains
            .Where(domain => Uri.CheckHostName(domain) != UriHostNameType.Dns)
            .Select(domain => $"{Path(ProviderKey)}:AllowedDomains has '{domain}' and takes domains such as example.org"));
        return domains;
    }

    private static Dictionary<OrganisationRole, IReadOnlyCollection<string>> Roles(IConfigurationSection section, List<string> faults)
    {
        var roles = new Dictionary<OrganisationRole, IReadOnlyCollection<string>>();
        foreach (var entry in section.GetSection("Roles").GetChildren())
        {
            if (Enum.GetNames<OrganisationRole>().FirstOrDefault(name => name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)) is not { } role)
            {
                faults.Add($"{Path(ProviderKey)}:Roles:{entry.Key} is not a role: there are {string.Join(", ", Enum.GetNames<OrganisationRole>())}");
            }
            else if (Words(entry) is { Count: > 0 } values)
            {
                roles[Enum.Parse<OrganisationRole>(role)] = values;
            }
        }

        if (roles.Count > 0 != Text(section, "RoleClaim") is not null)
        {
            faults.Add($"{Path(ProviderKey)}:RoleClaim and {Path(ProviderKey)}:Roles are for one another: one of them is missing");
        }

        return roles;
    }

    private static bool Switch(IConfigurationSection section, string key, bool byDefault, List<string> faults)
    {
        var configured = section[key];
        if (!string.IsNullOrWhiteSpace(configured) && !bool.TryParse(configured, out _))
        {
            faults.Add($"{Path(key)} is '{configured}' and must be true or false");
        }

        return bool.TryParse(configured, out var isOn) ? isOn : byDefault;
    }

    private static string? Text(IConfigurationSection section, string key) => string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    /// <summary>One value, or several by number.</summary>
    private static IReadOnlyList<string> Words(IConfigurationSection section) =>
        [.. section.GetChildren().Select(entry => entry.Value).Prepend(section.Value).OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0)];

    private static string Path(string key) => $"{DeployRiskOptions.Section}:{key}";
}
