using DeployRisk.Data;
using DeployRisk.Domain.Access;
using DeployRisk.Web.Shared.Mail;

namespace DeployRisk.Web.Hosting;

/// <summary>The section <c>DeployRisk</c> of the configuration.</summary>
public sealed record DeployRiskOptions
{
    public const string Section = "DeployRisk";

    /// <summary>The folder of everything that is kept: database, backups, keys, logs. Empty: a folder of the account that runs it.</summary>
    public string? DataDirectory { get; init; }

    public DatabaseOptions Database { get; init; } = new();

    public ProxyOptions Proxy { get; init; } = new();

    public SignInOptions SignIn { get; init; } = new();

    public KeyOptions Keys { get; init; } = new();

    /// <summary>Where people find the application: scheme, host and port; null when it is not said.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The server that takes mails; null: none are sent.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>Which database, and where.</summary>
    public sealed record DatabaseOptions
    {
        public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

        public string? ConnectionString { get; init; }
    }

    /// <summary>The reverse proxy in front, if there is one.</summary>
    public sealed record ProxyOptions
    {
        /// <summary>Addresses or networks (CIDR) whose X-Forwarded-* headers are believed; none by default.</summary>
        public IReadOnlyList<string> Trusted { get; init; } = [];
    }

    /// <summary>What the keys that protect cookies and links are encrypted with.</summary>
    public sealed record KeyOptions
    {
        /// <summary>Encrypts them; null: they are in the database as they are.</summary>
        public CertificateFile? Certificate { get; init; }

        /// <summary>Those that encrypted keys before.</summary>
        public IReadOnlyList<CertificateFile> PreviousCertificates { get; init; } = [];
    }

    /// <summary>How people sign in.</summary>
    public sealed record SignInOptions
    {
        /// <summary>Whether administrators do nothing before they have two-step sign-in; not by default.</summary>
        public bool AdministratorsNeedTwoSteps { get; init; }

        /// <summary>Whether people sign in with passwords and passkeys of DeployRisk's own; they do by default.</summary>
        public bool Passwords { get; init; } = true;

        /// <summary>The organisation's own sign-in; null when there is none.</summary>
        public ProviderOptions? OpenIdConnect { get; init; }
    }

    /// <summary>A provider that signs people in by OpenID Connect.</summary>
    public sealed record ProviderOptions
    {
        /// <summary>Where its description is found, below <c>/.well-known/openid-configuration</c>.</summary>
        public required Uri Authority { get; init; }

        /// <summary>What it calls this application.</summary>
        public required string ClientId { get; init; }

        /// <summary>Null for a public client, which PKCE alone protects.</summary>
        public string? ClientSecret { get; init; }

        /// <summary>What people call it: the word on the button.</summary>
        public required string Name { get; init; }

        /// <summary>The claim that roles follow; null when they are given by hand.</summary>
        public string? RoleClaim { get; init; }

        /// <summary>What is asked for besides the name and the e-mail address.</summary>
        public IReadOnlyList<string> Scopes { get; init; } = [];

        /// <summary>What it is believed about.</summary>
        public required ProviderRules Rules { get; init; }

        /// <summary>Without the secret, whoever writes the options somewhere.</summary>
        public override string ToString() => $"{Name} ({Authority})";
    }
}
