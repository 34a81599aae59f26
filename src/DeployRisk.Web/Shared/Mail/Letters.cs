using System.Globalization;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Shared.Mail;

/// <summary>Writes the letters, in the language of who will read them.</summary>
public static class Letters
{
    public static Letter Invitation(this IStringLocalizer<MailTexts> texts, string to, string inviter, Uri link, DateTimeOffset until, Language language) =>
        In(language, () => new Letter(to, language, texts["InvitationSubject", inviter], texts["InvitationLead", inviter], link, texts["LinkUntil", Moment(until)]));

    /// <summary>A link that somebody made who looks after people.</summary>
    public static Letter NewPassword(this IStringLocalizer<MailTexts> texts, PasswordLink made, string by, Uri link, Language language) =>
        In(language, () => new Letter(made.Email, language, texts["PasswordSubject"], texts["PasswordLead", by], link, texts["LinkUntil", Moment(made.ExpiresAt)]));

    /// <summary>A link that somebody asked for where people sign in.</summary>
    public static Letter ForgottenPassword(this IStringLocalizer<MailTexts> texts, PasswordLink asked, Uri link, Language language) =>
        In(language, () => new Letter(asked.Email, language, texts["PasswordSubject"], texts["ForgottenLead"], link, texts["ForgottenUntil", Moment(asked.ExpiresAt)]));

    /// <summary>Texts come in the language of the page that is read; this one is for somebody else.</summary>
    private static Letter In(Language language, Func<Letter> write)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.ToTag());
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }

    /// <summary>Where the reader's clock is, nobody knows here.</summary>
    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.CurrentCulture);
}
