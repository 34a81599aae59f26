namespace DeployRisk.Web.Shared.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted after a greeting in clear; without encryption nothing is sent.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>In clear, for a server on this machine or one that asks for no password.</summary>
    None,
}
