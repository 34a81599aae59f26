using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DeployRisk.TestKit.Servers;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Mail;

/// <summary>Invitations and links for a new password by mail, by the pages.</summary>
public sealed partial class MailedLinkTests : IAsyncLifetime
{
    private const string Bob = "bob@example.org";
    private const string Forgotten = "/account/forgotten";
    private const string Another = "le chat dort sur le mur";
    private readonly PostOffice _office = new();
    private readonly RunningApp _app = new();
    private Visitor _administrator = null!;

    public async ValueTask InitializeAsync()
    {
        _app.Settings["DeployRisk:PublicAddress"] = "https://risk.example.org:8443";
        foreach (var (key, value) in _office.Settings)
        {
            _app.Settings[key] = value;
        }

        _administrator = await _app.SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task Invitation_IsMailedAndNotShown_AndItsLinkWorks()
    {
        var page = await InviteAsync();

        Assert.Contains("sent to bob@example.org", page.QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#link"));
        var (recipients, mail) = Assert.Single(_office.Taken);
        Assert.Equal([Bob], recipients);
        Assert.Equal("Ada Example invites you to DeployRisk", mail.Subject);
        var joined = await _app.Visit().SubmitAsync(LinkIn(mail.TextBody), Joining.Answers("Bob Baker"));
        Assert.Equal(HttpStatusCode.Found, joined.StatusCode);
        Assert.Contains("A link was mailed to bob@example.org, for Ada Example", await AuditAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_IsWrittenInTheLanguageThatWasChosen()
    {
        await InviteAsync(("Form.Language", "fr"));

        var mail = Assert.Single(_office.Taken).Mail;
        Assert.Equal("Ada Example vous invite sur DeployRisk", mail.Subject);
        Assert.Contains("Créez votre compte avec ce lien", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(_app.Clock.GetUtcNow().AddDays(7).ToString("d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("fr")), mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Invitation_IsInTheLanguageOfThePage_UntilAnotherIsChosen(string language)
    {
        await _administrator.SubmitAsync("/", "form[action='/preferences/language']", new Dictionary<string, string> { ["language"] = language });

        var page = await _administrator.ReadAsync(Joining.InvitePage);

        Assert.Equal(language, page.QuerySelector("#language option[selected]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Invitation_WhenTheServerRefuses_IsShownToBeSentByHand()
    {
        _office.Refuses = true;

        var page = await InviteAsync();

        Assert.Contains("could not be sent", page.QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);
        var link = page.QuerySelector("#link")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Found, (await _app.Visit().SubmitAsync(LinkIn(link), Joining.Answers("Bob Baker"))).StatusCode);
        Assert.Contains("A link could not be mailed to bob@example.org", await AuditAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_ToBeSentByHand_IsNotMailed()
    {
        var page = await InviteAsync(("Form.ByHand", "true"));

        Assert.NotNull(page.QuerySelector("#link"));
        Assert.Null(page.QuerySelector("p.dr-form-error"));
        Assert.Empty(_office.Taken);
    }

    [Fact]
    public async Task NewPassword_IsMailedByAnAdministrator_OrShown()
    {
        await JoinAsync();
        var person = (await _administrator.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == "bob").GetAttribute("href")!;

        var mailed = await Visitor.DocumentAsync(await _administrator.SubmitAsync(person, "section[aria-labelledby=password] form", new Dictionary<string, string>()));
        var shown = await Visitor.DocumentAsync(await _administrator.SubmitAsync(person, "section[aria-labelledby=password] form ~ form", new Dictionary<string, string>()));

        Assert.Contains("sent to bob@example.org", mailed.QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        Assert.Null(mailed.QuerySelector("#link"));
        Assert.NotNull(shown.QuerySelector("#link"));
        var mail = Assert.Single(_office.Taken).Mail;
        Assert.Contains("Ada Example has made you a link", mail.TextBody, StringComparison.Ordinal);
        await SetAsync(LinkIn(mail.TextBody));
        Assert.Equal(HttpStatusCode.Found, await SignInAsync(Another));
    }

    [Fact]
    public async Task Forgotten_AsksAndSetsAnother_Once()
    {
        await JoinAsync();
        Assert.Equal(Forgotten, (await _app.Visit().ReadAsync("/account/sign-in")).QuerySelector("p.dr-form-after a")!.GetAttribute("href"));

        await AskAsync(Bob);
        await Patience.UntilAsync(() => _office.Taken.Count == 1);

        var link = LinkIn(_office.Taken[0].Mail.TextBody);
        await SetAsync(link);
        Assert.Contains("no longer be used", (await _app.Visit().ReadAsync(link)).QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await SignInAsync(Another));
        var noted = await AuditAsync();
        Assert.Contains("A link for a new password of bob was asked for", noted, StringComparison.Ordinal);
        Assert.Contains("A link was mailed to bob@example.org, for bob", noted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgotten_LinkOpensNothing_AfterAnHourOrWithALaterOne()
    {
        await JoinAsync();
        await AskAsync(Bob);
        await Patience.UntilAsync(() => _office.Taken.Count == 1);
        var link = LinkIn(_office.Taken[0].Mail.TextBody);
        var until = link.Split('.')[1];
        var later = link.Replace(until, (long.Parse(until, CultureInfo.InvariantCulture) + 3600).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        Assert.NotNull((await _app.Visit().ReadAsync(link)).QuerySelector("#password"));
        Assert.Null((await _app.Visit().ReadAsync(later)).QuerySelector("#password"));
        _app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await _app.Visit().ReadAsync(link)).QuerySelector("#password"));
    }

    [Fact]
    public async Task Forgotten_AnswersTheSame_AndMailsOnlyWhoMaySignIn()
    {
        await JoinAsync();
        await JoinAsync("carl@example.org");
        var person = (await _administrator.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == "carl").GetAttribute("href")!;
        await _administrator.SubmitAsync(person, "section[aria-labelledby=account] form", new Dictionary<string, string>());

        var unknown = await AskAsync("nobody@example.org");
        var disabled = await AskAsync("carl@example.org");
        var known = await AskAsync(Bob);
        await Patience.UntilAsync(() => _office.Taken.Count > 0);

        Assert.Equal(unknown, known);
        Assert.Equal(unknown, disabled);
        Assert.Equal([Bob], Assert.Single(_office.Taken).For);
    }

    [Fact]
    public async Task Forgotten_MailsAnAccountThreeTimesAnHour()
    {
        await JoinAsync();
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(Bob);
        }

        // They are answered in their order: after this one nothing of them waits.
        await AskAsync(SetUpAnswers.Email);
        await Patience.UntilAsync(() => _office.Taken.Any(taken => taken.For.Contains(SetUpAnswers.Email)));

        Assert.Equal(3, _office.Taken.Count(taken => taken.For.Contains(Bob)));
    }

    private static string LinkIn(string? text)
    {
        var link = Link().Match(text ?? "").Value;
        Assert.StartsWith("https://risk.example.org:8443/account/", link, StringComparison.Ordinal);
        return new Uri(link).AbsolutePath;
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> InviteAsync(params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string> { ["Form.Email"] = Bob };
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        return await Visitor.DocumentAsync(await _administrator.SubmitAsync(Joining.InvitePage, fields));
    }

    private async Task JoinAsync(string email = Bob)
    {
        var page = await InviteAsync(("Form.Email", email), ("Form.ByHand", "true"));
        var joined = await _app.Visit().SubmitAsync(LinkIn(page.QuerySelector("#link")!.GetAttribute("value")!), Joining.Answers(email.Split('@')[0]));
        Assert.Equal(HttpStatusCode.Found, joined.StatusCode);
    }

    private async Task<string> AskAsync(string email)
    {
        var answer = await _app.Visit().SubmitAsync(Forgotten, new Dictionary<string, string> { ["Form.Email"] = email });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await Visitor.DocumentAsync(answer)).QuerySelector("main").Words();
    }

    private async Task SetAsync(string link) =>
        Assert.Equal(HttpStatusCode.OK, (await _app.Visit().SubmitAsync(link, new Dictionary<string, string> { ["Form.Password"] = Another, ["Form.PasswordAgain"] = Another })).StatusCode);

    private async Task<HttpStatusCode> SignInAsync(string password) =>
        (await _app.Visit().SubmitAsync("/account/sign-in", new Dictionary<string, string> { ["Form.Email"] = Bob, ["Form.Password"] = password })).StatusCode;

    private async Task<string> AuditAsync() => (await _administrator.ReadAsync("/admin/audit")).QuerySelector("main").Words();

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();
}
