using System.Globalization;
using System.Net;
using DeployRisk.Web.Shared.Mail;
using MimeKit;

namespace DeployRisk.Web.Hosting;

/// <summary>Reads and checks the options of mail, and of the address that links in mails lead to.</summary>
internal static class MailOptionsReader
{
    public const string PublicAddressKey = "PublicAddress";
    private const string Section = "Mail";
    private const string Prefix = DeployRiskOptions.Section + ":" + Section;
    private const int MaxPort = 65535;

    /// <summary>The keys below the application's section.</summary>
    public static IReadOnlyList<string> Keys { get; } = [PublicAddressKey, .. new[] { "Host", "Port", "Security", "User", "Password", "From" }.Select(key => $"{Section}:{key}")];

    /// <summary>Where people find the application; null when it is not said, or wrong.</summary>
    public static Uri? PublicAddress(IConfigurationSection section, List<string> faults)
    {
        var configured = section[PublicAddressKey];
        if (string.IsNullOrWhiteSpace(configured))
        {
            return null;
        }

        if (Uri.TryCreate(configured, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" })
        {
            return address;
        }

        faults.Add($"{DeployRiskOptions.Section}:{PublicAddressKey} is '{configured}' and must be an address without a path, such as https://deployrisk.example.org");
        return null;
    }

    /// <summary>The server; null when none is configured, or wrongly.</summary>
    public static MailServer? Server(IConfigurationSection section, List<string> faults)
    {
        var mail = section.GetSection(Section);
        if (mail["Host"] is not { } host || string.IsNullOrWhiteSpace(host))
        {
            if (mail.GetChildren().Any(entry => !string.IsNullOrWhiteSpace(entry.Value)))
            {
                faults.Add($"{Prefix}:Host is needed with the other settings of mail");
            }

            return null;
        }

        var security = SecurityOf(mail["Security"], faults);
        var server = new MailServer(host.Trim(), PortOf(mail["Port"], security, faults), security, Filled(mail["User"]), Filled(mail["Password"]), mail["From"] ?? "");
        CheckSender(server.From, faults);
        CheckPassword(server, faults);
        if (string.IsNullOrWhiteSpace(section[PublicAddressKey]))
        {
            faults.Add($"{DeployRiskOptions.Section}:{PublicAddressKey} is needed with mail, because the links in mails lead there");
        }

        return server;
    }

    private static MailSecurity SecurityOf(string? configured, List<string> faults)
    {
        var security = MailSecurity.StartTls;
        if (!string.IsNullOrWhiteSpace(configured) && (!Enum.TryParse(configured, ignoreCase: true, out security) || !Enum.IsDefined(security)))
        {
            faults.Add($"{Prefix}:Security is '{configured}' and must be {string.Join(" or ", Enum.GetNames<MailSecurity>())}");
        }

        return security;
    }

    private static int PortOf(string? configured, MailSecurity security, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(configured))
        {
            return security switch
            {
                MailSecurity.Tls => 465,
                MailSecurity.None => 25,
                _ => 587,
            };
        }

        if (!int.TryParse(configured, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > MaxPort)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Prefix}:Port is '{configured}' and must be a number from 1 to {MaxPort}"));
        }

        return port;
    }

    private static void CheckSender(string from, List<string> faults)
    {
        if (!MailboxAddress.TryParse(from, out var sender) || sender.Domain.Length == 0)
        {
            faults.Add($"{Prefix}:From is '{from}' and must be the sender's address, such as deployrisk@example.org or DeployRisk <deployrisk@example.org>");
        }
    }

    /// <summary>Whoever listens on the way would have the password.</summary>
    private static void CheckPassword(MailServer server, List<string> faults)
    {
        if (server.User is null != server.Password is null)
        {
            faults.Add($"{Prefix}:User and {Prefix}:Password are needed together");
        }
        else if (server is { Security: MailSecurity.None, Password: not null } && !IsThisMachine(server.Host))
        {
            faults.Add($"{Prefix}:Security is {nameof(MailSecurity.None)} and would send {Prefix}:Password in clear; choose {nameof(MailSecurity.StartTls)} or {nameof(MailSecurity.Tls)}");
        }
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
