using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace DeployRisk.Web.Tests.Mail;

/// <summary>A real mail server on this machine, which keeps what it takes.</summary>
public sealed class PostOffice : IAsyncDisposable
{
    public const string User = "deployrisk";
    public const string Password = "postage paid";

    private readonly CancellationTokenSource _closing = new();
    private readonly Store _store = new();
    private readonly Task _open;

    /// <param name="asksWhoSends">Whether it takes mails only from who has signed in.</param>
    public PostOffice(bool asksWhoSends = false)
    {
        Port = FreePort();
        var options = new SmtpServerOptionsBuilder()
            .ServerName("post.example.org")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AllowUnsecureAuthentication().AuthenticationRequired(asksWhoSends))
            .Build();
        var services = new ServiceProvider();
        services.Add(_store);
        services.Add(new Clerk());
        _open = new SmtpServer.SmtpServer(options, services).StartAsync(_closing.Token);
    }

    public int Port { get; }

    /// <summary>Whether it takes nothing from anybody, and repeats whom it was for.</summary>
    public bool Refuses
    {
        get => _store.Refuses;
        set => _store.Refuses = value;
    }

    /// <summary>What it has taken: for whom, as the sender told the server, and the mail.</summary>
    public IReadOnlyList<(IReadOnlyList<string> For, MimeMessage Mail)> Taken => [.. _store.Taken];

    /// <summary>A port on which nobody listens at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _open;
        _closing.Dispose();
    }

    private sealed class Store : MessageStore
    {
        public ConcurrentQueue<(IReadOnlyList<string> For, MimeMessage Mail)> Taken { get; } = new();

        public bool Refuses { get; set; }

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            string[] recipients = [.. transaction.To.Select(mailbox => mailbox.AsAddress())];
            if (Refuses)
            {
                return new SmtpResponse(SmtpReplyCode.MailboxUnavailable, $"{string.Join(' ', recipients)} is unknown here");
            }

            using var stream = new MemoryStream(buffer.ToArray());
            Taken.Enqueue((recipients, await MimeMessage.LoadAsync(stream, cancellationToken)));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Clerk : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult(user == User && password == Password);
    }
}
