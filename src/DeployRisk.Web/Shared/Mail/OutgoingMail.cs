using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DeployRisk.Web.Shared.Mail;

/// <summary>
/// Sends mails, where a server is configured. Whoever waits for it waits 15 seconds at most, and learns whether the server took the mail; the
/// log says why when it did not, without the address and the link.
/// </summary>
public sealed partial class OutgoingMail(MailServer? server, TimeProvider clock, ILogger<OutgoingMail> logger)
{
    /// <summary>How long the server may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Whether there is a server to give mails to.</summary>
    public bool IsOn => server is not null;

    /// <summary>Gives a letter to the server.</summary>
    /// <returns>Whether it took it.</returns>
    /// <exception cref="InvalidOperationException">No server is configured.</exception>
    public async Task<bool> SendAsync(Letter letter)
    {
        if (server is null)
        {
            throw new InvalidOperationException("No mail server is configured.");
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            await SendAsync(letter, server, patience.Token);
            return true;
        }
        catch (Exception exception) when (WhyNot(exception) is { } why)
        {
            Log.NotSent(logger, server.Host, server.Port, why);
            return false;
        }
    }

    private async Task SendAsync(Letter letter, MailServer to, CancellationToken cancellationToken)
    {
        using var message = letter.Write(MailboxAddress.Parse(to.From), clock.GetUtcNow());

        // Asking the issuer whether a certificate was taken back fails in networks without a way out, and then no mail would be sent.
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        await client.ConnectAsync(to.Host, to.Port, OptionsOf(to.Security), cancellationToken);
        if (to.User is not null)
        {
            await client.AuthenticateAsync(to.User, to.Password ?? "", cancellationToken);
        }

        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private static SecureSocketOptions OptionsOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Why a mail was not taken, without the words of the server, which may repeat the address; null for a defect.</summary>
    private static string? WhyNot(Exception exception) => exception switch
    {
        OperationCanceledException or TimeoutException => string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds} seconds"),
        SmtpCommandException refused => string.Create(CultureInfo.InvariantCulture, $"the server answered {(int)refused.StatusCode}, {refused.ErrorCode}"),
        ServiceNotAuthenticatedException => "the server asks for a user and a password",
        AuthenticationException => "the server refuses the user and the password",
        SslHandshakeException => "no encryption: the server's certificate is not trusted, or it speaks no TLS on this port",
        SocketException network => $"the server cannot be reached: {network.SocketErrorCode}",
        NotSupportedException => "the server lacks what is needed: STARTTLS, signing in, or UTF-8 in addresses",
        FormatException => "the address cannot be one of a mailbox",
        IOException or ProtocolException or CommandException or ServiceNotConnectedException => "the server broke off the conversation",
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A mail could not be given to {Host}:{Port} ({Why}).")]
        public static partial void NotSent(ILogger logger, string host, int port, string why);
    }
}
