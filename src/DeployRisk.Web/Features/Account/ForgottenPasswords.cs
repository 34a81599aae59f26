using System.Threading.Channels;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Mail;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// Mails links to those who have forgotten their password, one after the other and apart from the request that asks: neither what it answers nor
/// how long that takes tells whether an account has the address. An account gets three mails an hour at most.
/// </summary>
public sealed partial class ForgottenPasswords(
    IServiceScopeFactory scopes,
    OutgoingMail mail,
    MailRecords records,
    PublicAddress address,
    IStringLocalizer<MailTexts> texts,
    TimeProvider clock,
    ILogger<ForgottenPasswords> logger) : BackgroundService
{
    private const int MostWaiting = 200;
    private const int MostMails = 3;
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>Somebody who floods it loses what does not fit, not the memory of the server.</summary>
    private readonly Channel<Asked> _asked = Channel.CreateBounded<Asked>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Dictionary<UserId, List<DateTimeOffset>> _mailed = [];

    /// <summary>Somebody says that the password of this address is forgotten.</summary>
    /// <param name="email">The address.</param>
    /// <param name="language">The language of the page, for accounts that have chosen none.</param>
    public void Ask(string email, Language language) => _asked.Writer.TryWrite(new Asked(email, language, AuditOrigin.Current));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var asked in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await TryAnswerAsync(asked, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends. Where it could not start, the framework would tell of this as a failure.
        }
    }

    private async Task TryAnswerAsync(Asked asked, CancellationToken stoppingToken)
    {
        try
        {
            await AnswerAsync(asked, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whoever asks next is not to suffer from it.
            Log.Failed(logger, exception);
        }
    }

    private async Task AnswerAsync(Asked asked, CancellationToken cancellationToken)
    {
        AuditOrigin.Current = asked.Origin;
        await using var scope = scopes.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<PasswordLinks>();
        if (await links.AccountOfAsync(asked.Email) is not { } account || !TakesOneMore(account) || await links.AskAsync(asked.Email, cancellationToken) is not { } link)
        {
            return;
        }

        var whole = address.LinkTo(AppUrls.NewPassword(link.Secret)) ?? throw new InvalidOperationException("Mail is on without a public address.");
        var sent = await mail.SendAsync(texts.ForgottenPassword(link, whole, link.Language ?? asked.Language));
        await records.PasswordLinkAsync(link, sent, account, cancellationToken);
    }

    private bool TakesOneMore(UserId account)
    {
        var now = clock.GetUtcNow();
        if (!_mailed.TryGetValue(account, out var times))
        {
            _mailed[account] = times = [];
        }

        times.RemoveAll(time => time <= now - Period);
        if (times.Count >= MostMails)
        {
            return false;
        }

        times.Add(now);
        return true;
    }

    private sealed record Asked(string Email, Language Language, string? Origin);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A link for a new password that somebody asked for could not be made.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
