using System.Net;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.People;

/// <summary>Inviting, joining and being shut out, by the pages.</summary>
public sealed class PeoplePagesTests : IAsyncLifetime
{
    private readonly RunningApp _app = new();
    private Visitor _administrator = null!;

    public async ValueTask InitializeAsync() => _administrator = await _app.SetUpAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Invited_MakesTheirAccount_AndTheLinkIsGone()
    {
        var link = await InviteAsync("bob@example.org");
        Assert.Contains("bob@example.org", (await _administrator.ReadAsync("/admin/people")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var bob = _app.Visit();

        var done = await bob.SubmitAsync(link, Joining.Answers("Bob Baker"));

        Assert.Equal("/", done.Headers.Location?.AbsolutePathOrSelf());
        Assert.Contains("Bob Baker", (await bob.ReadAsync("/")).QuerySelector("header").Words(), StringComparison.Ordinal);
        Assert.Contains("no longer be used", (await _app.Visit().ReadAsync(link)).QuerySelector("h1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_SeesNothingOfThePeople()
    {
        var bob = await JoinAsync("bob@example.org");

        foreach (var page in new[] { "/admin/people", Joining.InvitePage, $"/admin/people/{Guid.CreateVersion7()}" })
        {
            Assert.Equal("/account/access-denied", (await bob.GetAsync(page)).Headers.Location?.AbsolutePathOrSelf().Split('?')[0]);
        }

        Assert.Null((await bob.ReadAsync("/")).QuerySelector("a[href='/admin/people']"));
        Assert.NotNull((await _administrator.ReadAsync("/")).QuerySelector("a[href='/admin/people']"));
    }

    [Fact]
    public async Task ForgottenPassword_IsSetAnewByALink_Once()
    {
        const string another = "le chat dort sur le mur";
        var bob = await JoinAsync("bob@example.org");
        var person = (await _administrator.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == "bob").GetAttribute("href")!;
        var shown = await Visitor.DocumentAsync(await _administrator.SubmitAsync(person, "section[aria-labelledby=password] form", new Dictionary<string, string>()));
        var link = new Uri(shown.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;

        var weak = await _app.Visit().SubmitAsync(link, Passwords("password1234"));
        Assert.Contains("guessed first", (await Visitor.DocumentAsync(weak)).QuerySelector("main").Words(), StringComparison.Ordinal);
        await _app.Visit().SubmitAsync(link, Passwords(another));

        Assert.Contains("no longer be used", (await _app.Visit().ReadAsync(link)).QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(SetUpAnswers.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(another)).StatusCode);
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/account/sign-in", (await bob.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);

        static Dictionary<string, string> Passwords(string password) => new() { ["Form.Password"] = password, ["Form.PasswordAgain"] = password };
        Task<HttpResponseMessage> SignInAsync(string password) =>
            _app.Visit().SubmitAsync("/account/sign-in", new Dictionary<string, string> { ["Form.Email"] = "bob@example.org", ["Form.Password"] = password });
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("00000000000000000000000000000000.ffff")]
    [InlineData("00000000000000000000000000000000.99999999999.zz")]
    [InlineData("00000000000000000000000000000000.99999999999.abc")]
    [InlineData("00000000000000000000000000000000.99999999999.ffff")]
    [InlineData("00000000000000000000000000000000.-1.ffff")]
    [InlineData("00000000000000000000000000000000.99999999999999999999.ffff")]
    public async Task LinkForAPasswordThatNobodyMade_OpensNothing(string secret) =>
        Assert.Contains("no longer be used", (await _app.Visit().ReadAsync($"/account/new-password/{secret}")).QuerySelector("h1").Words(), StringComparison.Ordinal);

    [Fact]
    public async Task Disabled_CannotSignIn_AndTheirSessionEnds()
    {
        var bob = await JoinAsync("bob@example.org");
        var person = (await _administrator.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == "bob").GetAttribute("href")!;

        var done = await _administrator.SubmitAsync(person, "section[aria-labelledby=account] form", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);

        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/account/sign-in", (await bob.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
        var refused = await _app.Visit().SubmitAsync("/account/sign-in", SetUpAnswers.Credentials(email: "bob@example.org"));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.NotNull((await Visitor.DocumentAsync(refused)).QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Administrator_GivesTheRole_AndTheLastOneKeepsIt()
    {
        await JoinAsync("bob@example.org");
        var links = (await _administrator.ReadAsync("/admin/people")).QuerySelectorAll("th a").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);

        var kept = await _administrator.SubmitAsync(links["Ada Example"], "form.dr-form", new Dictionary<string, string> { ["Form.Administrator"] = "false" });
        Assert.Contains("somebody else an administrator first", (await Visitor.DocumentAsync(kept)).QuerySelector("[role=alert]").Words(), StringComparison.Ordinal);

        await _administrator.SubmitAsync(links["bob"], "form.dr-form", new Dictionary<string, string> { ["Form.Administrator"] = "true" });
        Assert.Equal(2, (await _administrator.ReadAsync("/admin/people")).QuerySelectorAll("tbody td").Count(cell => cell.TextContent.Contains("Administrator", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "Give an e-mail address")]
    [InlineData("nobody", "address")]
    [InlineData(SetUpAnswers.Email, "has an account")]
    public async Task Invite_OfABadAddress_SaysWhy(string email, string words)
    {
        var refused = await Visitor.DocumentAsync(await _administrator.SubmitAsync(Joining.InvitePage, new Dictionary<string, string> { ["Form.Email"] = email }));

        Assert.Contains(words, refused.QuerySelector(".validation-message").Words(), StringComparison.Ordinal);
        Assert.Null(refused.QuerySelector("#link"));
    }

    private Task<string> InviteAsync(string email) => _administrator.InviteAsync(email);

    private Task<Visitor> JoinAsync(string email) => _app.JoinAsync(_administrator, email);
}
