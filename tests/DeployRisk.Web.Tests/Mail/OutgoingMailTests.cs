using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Servers;
using DeployRisk.Web.Shared.Mail;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DeployRisk.Web.Tests.Mail;

/// <summary>What a mail server is given, and what is made of it when it does not take it.</summary>
public sealed class OutgoingMailTests : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef";
    private readonly PostOffice _office = new();
    private readonly LogLines _log = new();
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _log.Dispose();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task Name_WithLineBreaksAndMarkup_StaysTextOfOneMailToOnePerson()
    {
        const string name = "Zoë 😀 <b>O'Hara</b>\r\nBcc: eve@example.org\r\n\r\nRead this";

        Assert.True(await SendAsync(LetterTo("bob@example.org", subject: $"{name} invites you", lead: $"{name} invites you")));

        var (recipients, mail) = Assert.Single(_office.Taken);
        using (mail)
        {
            Assert.Equal(["bob@example.org"], recipients);
            Assert.Empty(mail.Bcc);
            Assert.Equal("Zoë 😀 <b>O'Hara</b>  Bcc: eve@example.org    Read this invites you", mail.Subject);
            Assert.Contains("<b>O'Hara</b>", mail.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", mail.HtmlBody, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("bob@example.org>\r\nRCPT TO:<eve@example.org")]
    [InlineData("bob@example.org, eve@example.org")]
    [InlineData("Bob <bob@example.org>")]
    [InlineData("bob")]
    [InlineData("")]
    public async Task Address_OfMoreOrLessThanOneMailbox_IsSentNothing(string to)
    {
        Assert.False(await SendAsync(LetterTo(to)));

        Assert.Empty(_office.Taken);
        Assert.Contains("cannot be one of a mailbox", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_HasBothPartsAndFetchesNothing()
    {
        Assert.True(await SendAsync(LetterTo("bob@example.org")));

        using var mail = Assert.Single(_office.Taken).Mail;
        Assert.Equal("DeployRisk <deployrisk@example.org>", mail.From.ToString().Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.EndsWith("@example.org", mail.MessageId, StringComparison.Ordinal);
        Assert.Contains($"https://deployrisk.example.org/{Secret}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"https://deployrisk.example.org/{Secret}\">", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task ServerThatRefuses_IsLoggedOnce_WithoutTheAddressAndTheLink()
    {
        _office.Refuses = true;

        Assert.False(await SendAsync(LetterTo("bob@example.org")));

        var line = Assert.Single(_log.Lines);
        Assert.Contains("550", line, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyListens_IsSaid()
    {
        Assert.False(await SendAsync(LetterTo("bob@example.org"), Server() with { Port = Ports.Free() }));

        Assert.Contains("ConnectionRefused", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownHost_IsSaid()
    {
        Assert.False(await SendAsync(LetterTo("bob@example.org"), Server() with { Host = "post.invalid" }));

        Assert.Contains("cannot be reached", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerWithoutStartTls_GetsNothingInClear()
    {
        Assert.False(await SendAsync(LetterTo("bob@example.org"), Server() with { Security = MailSecurity.StartTls }));

        Assert.Empty(_office.Taken);
        Assert.Contains("STARTTLS", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerThatSaysNothing_IsWaitedForFifteenSeconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var sending = SendAsync(LetterTo("bob@example.org"), Server() with { Port = ((IPEndPoint)silent.LocalEndpoint).Port });
        using var connection = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(sending.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await sending);
        Assert.Contains("15 seconds", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PostOffice.Password, true)]
    [InlineData("another", false)]
    public async Task UserAndPassword_AreGiven(string password, bool taken)
    {
        Assert.Equal(taken, await SendAsync(LetterTo("bob@example.org"), Server() with { User = PostOffice.User, Password = password }));

        Assert.Equal(taken ? 1 : 0, _office.Taken.Count);
        Assert.All(_log.Lines, line => Assert.DoesNotContain(password, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ServerThatAsksWhoSends_IsSaid()
    {
        await using var strict = new PostOffice(asksWhoSends: true);

        Assert.False(await SendAsync(LetterTo("bob@example.org"), Server() with { Port = strict.Port }));

        Assert.Empty(strict.Taken);
        Assert.Contains("asks for a user", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Server_InWords_HasNoPassword() =>
        Assert.DoesNotContain(PostOffice.Password, string.Create(CultureInfo.InvariantCulture, $"{Server() with { User = PostOffice.User, Password = PostOffice.Password }}"), StringComparison.Ordinal);

    private static Letter LetterTo(string to, string subject = "Subject", string lead = "Lead") =>
        new(to, Language.English, subject, lead, new Uri($"https://deployrisk.example.org/{Secret}"), "Close");

    private MailServer Server() => new("127.0.0.1", _office.Port, MailSecurity.None, null, null, "DeployRisk <deployrisk@example.org>");

    private async Task<bool> SendAsync(Letter letter, MailServer? server = null)
    {
        using var logging = LoggerFactory.Create(logging => logging.AddProvider(_log));
        return await new OutgoingMail(server ?? Server(), _clock, logging.CreateLogger<OutgoingMail>()).SendAsync(letter);
    }
}
