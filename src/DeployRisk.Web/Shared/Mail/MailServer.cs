namespace DeployRisk.Web.Shared.Mail;

/// <summary>The server that takes mails, and who they are from.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="User">Whom to sign in as; null where nobody has to.</param>
/// <param name="Password">The password of the user; null without one.</param>
/// <param name="From">The sender, as an address with or without a name.</param>
public sealed record MailServer(string Host, int Port, MailSecurity Security, string? User, string? Password, string From)
{
    /// <summary>Without the password, which a record would print.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
