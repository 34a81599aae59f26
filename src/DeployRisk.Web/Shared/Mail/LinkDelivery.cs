using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Shared.Mail;

/// <summary>
/// Brings links to the people they are for: by mail where it is configured, else by whoever made them. What the link opens is stored by then, so
/// that a mail which fails loses nothing. It is sent to its end even when the page is left meanwhile.
/// </summary>
public sealed class LinkDelivery(
    OutgoingMail mail, MailRecords records, PublicAddress address, IStringLocalizer<MailTexts> texts, NavigationManager navigation)
{
    /// <summary>Whether links are mailed.</summary>
    public bool Mails => mail.IsOn;

    /// <param name="invited">The invitation.</param>
    /// <param name="email">Who is invited.</param>
    /// <param name="language">The language of the mail.</param>
    /// <param name="by">Who invites.</param>
    /// <param name="byHand">Whether it is shown even where it could be mailed.</param>
    public async Task<Delivery> InvitationAsync(InviteOutcome.Invited invited, string email, Language language, SignedInUser by, bool byHand)
    {
        var path = AppUrls.Invitation(invited.Token);
        if (byHand || MailedLink(path) is not { } link)
        {
            return new Delivery.ByHand(Shown(path), MailFailed: false);
        }

        var sent = await mail.SendAsync(texts.Invitation(email, by.Name, link, invited.ExpiresAt, language));
        await records.InvitationAsync(invited.Id, email, sent, by.Id);
        return sent ? new Delivery.Mailed() : new Delivery.ByHand(Shown(path), MailFailed: true);
    }

    /// <param name="made">The link.</param>
    /// <param name="by">Who made it.</param>
    /// <param name="byHand">Whether it is shown even where it could be mailed.</param>
    public async Task<Delivery> NewPasswordAsync(PasswordLink made, SignedInUser by, bool byHand)
    {
        var path = AppUrls.NewPassword(made.Secret);
        if (byHand || MailedLink(path) is not { } link)
        {
            return new Delivery.ByHand(Shown(path), MailFailed: false);
        }

        var sent = await mail.SendAsync(texts.NewPassword(made, by.Name, link, made.Language ?? CurrentLanguage.Get()));
        await records.PasswordLinkAsync(made, sent, by.Id);
        return sent ? new Delivery.Mailed() : new Delivery.ByHand(Shown(path), MailFailed: true);
    }

    private Uri? MailedLink(string path) => mail.IsOn ? address.LinkTo(path) : null;

    /// <summary>To who made it, the address that they themselves are at is good enough.</summary>
    private string Shown(string path) => (address.LinkTo(path) ?? navigation.ToAbsoluteUri(path)).ToString();
}
