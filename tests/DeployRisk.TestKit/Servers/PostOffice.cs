using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace DeployRisk.TestKit.Servers;

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
        Port = Ports.Free();
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

    /// <summary>How an application is told to send its mails here.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["DeployRisk:Mail:Host"] = "127.0.0.1",
        ["DeployRisk:Mail:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["DeployRisk:Mail:Security"] = "None",
        ["DeployRisk:Mail:From"] = "DeployRisk <deployrisk@example.org>",
    };

    /// <summary>Whether it takes nothing from anybody, and repeats whom it was for.</summary>
    public bool Refuses
    {
        get => _store.Refuses;
        set => _store.Refuses = value;
    }

    /// <summary>What it has taken: for whom, as the sender told the server, and the mail.</summary>
    public IReadOnlyList<(IReadOnlyList<string> For, MimeMessage Mail)> Taken => [.. _store.Taken];

    /// <summary>The first mail, as soon as it is here.</summary>
    /// <exception cref="TimeoutException">None came within a minute.</exception>
    public async Task<MimeMessage> FirstAsync()
    {
        if (await Task.WhenAny(_store.First.Task, _open).WaitAsync(TimeSpan.FromMinutes(1)) == _open)
        {
            // It could not open, and says why.
            await _open;
        }

        return await _store.First.Task;
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

        public TaskCompletionSource<MimeMessage> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Refuses { get; set; }

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            string[] recipients = [.. transaction.To.Select(mailbox => mailbox.AsAddress())];
            if (Refuses)
            {
                return new SmtpResponse(SmtpReplyCode.MailboxUnavailable, $"{string.Join(' ', recipients)} is unknown here");
            }

            using var stream = new MemoryStream(buffer.ToArray());
            var mail = await MimeMessage.LoadAsync(stream, cancellationToken);
            Taken.Enqueue((recipients, mail));
            First.TrySetResult(mail);
            return SmtpResponse.Ok;
        }
    }

    private sealed class Clerk : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult(user == User && password == Password);
    }
}
