using System.Net;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared.Localisation;
using MimeKit;
using MimeKit.Utils;

namespace DeployRisk.Web.Shared.Mail;

/// <summary>A mail that brings somebody a link.</summary>
/// <param name="To">The address that it goes to.</param>
/// <param name="Language">The language that it is written in.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Lead">What the link is for.</param>
/// <param name="Link">The link.</param>
/// <param name="Close">What to know about it.</param>
public sealed record Letter(string To, Language Language, string Subject, string Lead, Uri Link, string Close)
{
    private string Text => $"{Lead}\r\n\r\n{Link.AbsoluteUri}\r\n\r\n{Close}\r\n";

    /// <summary>Nothing in it is fetched from anywhere: opening it tells nobody.</summary>
    private string Html =>
        $"""
        <!doctype html>
        <html lang="{Language.ToTag()}">
        <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(Subject)}</title></head>
        <body style="font-family: sans-serif; line-height: 1.5">
        <p>{WebUtility.HtmlEncode(Lead)}</p>
        <p><a href="{WebUtility.HtmlEncode(Link.AbsoluteUri)}">{WebUtility.HtmlEncode(Link.AbsoluteUri)}</a></p>
        <p>{WebUtility.HtmlEncode(Close)}</p>
        </body>
        </html>
        """;

    /// <summary>The letter as it is sent.</summary>
    /// <exception cref="FormatException">The address cannot be one.</exception>
    public MimeMessage Write(MailboxAddress from, DateTimeOffset at)
    {
        var message = new MimeMessage
        {
            Subject = OneLine(Subject),
            Date = at,

            // The name of this machine is nobody's business.
            MessageId = MimeUtils.GenerateMessageId(from.Domain),
            Body = new BodyBuilder { TextBody = Text, HtmlBody = Html }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.Add(Recipient());

        // So that nobody's absence is answered.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>One address and nothing else: what stands behind a line break would be a command to the server.</summary>
    private MailboxAddress Recipient() =>
        !To.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)) && MailboxAddress.TryParse(To, out var address) && address.Address == To && address.Domain.Length > 0
            ? new MailboxAddress("", To)
            : throw new FormatException("It is not the address of a mailbox.");

    /// <summary>A line break in a subject would begin another header.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}
