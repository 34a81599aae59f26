using System.Net;
using DeployRisk.Data;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Servers;
using DeployRisk.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Account;

/// <summary>Signing in by the organisation's provider: a real one, that the application reaches over HTTP.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private const string SignIn = "/account/sign-in";
    private const string Start = "/account/sign-in/provider";
    private const string Refused = "/account/sign-in/refused?why=";
    private static readonly ProviderPerson Grace = new("g-1", "Grace Moore", "grace@example.org");

    private readonly RunningApp _app = new();
    private SignInProvider _provider = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _provider = await SignInProvider.StartAsync();
        foreach (var (key, value) in _provider.Settings)
        {
            _app.Settings[key] = value;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task FirstSignIn_MakesTheAccount_AndTheSecondFindsIt()
    {
        await _app.SetUpAsync();
        Assert.Equal("Continue with Example ID", (await _app.Visit().ReadAsync(SignIn)).QuerySelector($"a[href='{Start}']").Words());

        var visitor = _app.Visit();
        Assert.Equal("/products", await SignInAsync(visitor, Grace, $"{Start}?returnUrl=%2Fproducts"));
        Assert.Equal("/", await SignInAsync(_app.Visit(), Grace with { Name = "Grace Hopper", Email = "another@example.com" }));

        Assert.Contains("Grace Moore", (await visitor.ReadAsync("/")).QuerySelector("header").Words(), StringComparison.Ordinal);
        Assert.Equal(["ada@example.org", "grace@example.org"], await EmailsAsync());
        Assert.Equal(["OpenID Connect: -"], await NotedAsync(AuditAction.PersonAdmitted));
        Assert.Equal(["", "OpenID Connect", "OpenID Connect"], await NotedAsync(AuditAction.SignedIn));
    }

    [Fact]
    public async Task Account_OfAnAllowedDomain_IsLinked_AndOpensToNoOtherSubject()
    {
        await _app.SetUpAsync();
        var ada = new ProviderPerson("a-1", "A. E.", "ADA@example.org");

        var visitor = _app.Visit();
        Assert.Equal("/", await SignInAsync(visitor, ada));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).StatusCode);
        Assert.Equal(Refused + "AccountExists", await SignInAsync(_app.Visit(), ada with { Subject = "a-2" }));

        Assert.Equal(["OpenID Connect"], await NotedAsync(AuditAction.ProviderLinked));
        Assert.Equal(["OpenID Connect: AccountExists ada@example.org"], await NotedAsync(AuditAction.SignInRefused));
    }

    [Fact]
    public async Task UnverifiedAddress_OrNone_OrOfAnotherDomain_IsRefused_AndNoted()
    {
        await _app.SetUpAsync();
        var visitor = _app.Visit();

        Assert.Equal(Refused + "Unverified", await SignInAsync(visitor, Grace with { IsVerified = false }));
        Assert.Equal(Refused + "Unverified", await SignInAsync(visitor, Grace with { IsVerified = null }));
        Assert.Equal(Refused + "Unverified", await SignInAsync(visitor, Grace with { Email = null }));
        Assert.Equal(Refused + "Unverified", await SignInAsync(visitor, Grace with { Email = SetUpAnswers.Email, IsVerified = false }));
        Assert.Equal(Refused + "NotAllowed&returnUrl=%2Fproducts", await SignInAsync(visitor, Grace with { Email = "grace@example.org.evil.example" }, $"{Start}?returnUrl=%2Fproducts"));
        Assert.Equal(Refused + "Unusable", await SignInAsync(visitor, Grace with { Email = "grace moore@example.org" }));

        Assert.Equal(["ada@example.org"], await EmailsAsync());
        Assert.StartsWith(SignIn, (await visitor.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
        Assert.Contains("OpenID Connect: NotAllowed grace@example.org.evil.example", await NotedAsync(AuditAction.SignInRefused));
        Assert.Contains("not one of those that get an account", (await visitor.ReadAsync(Refused + "NotAllowed")).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Vous n’êtes pas connecté", (await visitor.ReadAsync(Refused + "<b>", ("Accept-Language", "fr"))).QuerySelector("h1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoDomain_OnlyInvitationsCount_AndNotThoseOfAdministrators()
    {
        _app.Settings["DeployRisk:SignIn:OpenIdConnect:AllowedDomains:0"] = "";
        var ada = await _app.SetUpAsync();
        await ada.InviteAsync("Grace@example.com");
        await ada.SubmitAsync(Joining.InvitePage, new Dictionary<string, string> { ["Form.Email"] = "eve@example.com", ["Form.Administrator"] = "true" });

        Assert.Equal("/", await SignInAsync(_app.Visit(), Grace with { Email = "grace@example.com" }));
        Assert.Equal(Refused + "NotAllowed", await SignInAsync(_app.Visit(), new ProviderPerson("e-1", "Eve", "eve@example.com")));
        Assert.Equal(Refused + "NotAllowed", await SignInAsync(_app.Visit(), new ProviderPerson("m-1", "Mallory", "mallory@example.com")));
        Assert.Equal(Refused + "AccountExists", await SignInAsync(_app.Visit(), new ProviderPerson("a-1", "Ada", SetUpAnswers.Email)));

        Assert.Equal(["eve@example.com"], (await _app.Services.GetRequiredService<PeopleStore>().InvitationsAsync(await AdaAsync(), Stop)).Select(open => open.Email));
    }

    [Fact]
    public async Task Roles_FollowTheClaim_AndTheLastAdministratorStaysOne()
    {
        _app.Settings["DeployRisk:SignIn:OpenIdConnect:RoleClaim"] = SignInProvider.RoleClaim;
        _app.Settings["DeployRisk:SignIn:OpenIdConnect:Roles:Administrator"] = "it-admins";
        _app.Settings["DeployRisk:SignIn:OpenIdConnect:Roles:Manager:0"] = "heads";
        _app.Settings["DeployRisk:SignIn:OpenIdConnect:Roles:Manager:1"] = "deputies";
        await _app.SetUpAsync();
        Assert.Equal("/", await SignInAsync(_app.Visit(), new ProviderPerson("a-1", "Ada", SetUpAnswers.Email) { Groups = ["deputies"] }));

        var grace = _app.Visit();
        await SignInAsync(grace, Grace with { Groups = ["IT-ADMINS", "staff"] });
        Assert.Equal(HttpStatusCode.Found, (await grace.GetAsync("/admin/people")).StatusCode);
        await SignInAsync(_app.Visit(), Grace with { Groups = ["it-admins", "staff"], GroupsWhenAskedOnly = true });
        await SignInAsync(grace, Grace with { Groups = ["it-admins", "heads"] });
        Assert.Equal(HttpStatusCode.OK, (await grace.GetAsync("/admin/people")).StatusCode);
        await SignInAsync(_app.Visit(), Grace with { Groups = ["heads"] });
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.StartsWith(SignIn, (await grace.GetAsync("/admin/people")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
        Assert.Equal(
            [
                "OpenID Connect: - > Administrator",
                "OpenID Connect: Administrator > Administrator, Manager",
                "OpenID Connect: Administrator > Administrator, Manager",
                "OpenID Connect: Administrator, Manager > Manager",
            ],
            await NotedAsync(AuditAction.RolesChanged));
    }

    [Fact]
    public async Task Disabled_IsRefused_AndNotLinkedEither()
    {
        var ada = await _app.SetUpAsync();
        await _app.JoinAsync(ada, "bob@example.org");
        await SignInAsync(_app.Visit(), Grace);
        foreach (var name in new[] { "bob", "Grace Moore" })
        {
            var person = (await ada.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == name).GetAttribute("href")!;
            await ada.SubmitAsync(person, "section[aria-labelledby=account] form", new Dictionary<string, string>());
        }

        Assert.Equal(Refused + "Disabled", await SignInAsync(_app.Visit(), Grace));
        Assert.Equal(Refused + "Disabled", await SignInAsync(_app.Visit(), new ProviderPerson("b-1", "Bob", "bob@example.org")));

        Assert.Empty(await NotedAsync(AuditAction.ProviderLinked));
        Assert.Equal(["OpenID Connect: Disabled bob@example.org", "OpenID Connect: Disabled grace@example.org"], await NotedAsync(AuditAction.SignInRefused));
    }

    [Fact]
    public async Task WithoutPasswords_ThereAreNeitherTheirFormsNorTheirPages_AndTheFirstAdministratorGetsInByTheProvider()
    {
        _app.Settings["DeployRisk:SignIn:Passwords"] = "false";
        _app.Settings["DeployRisk:SignIn:AdministratorsNeedTwoSteps"] = "true";
        var local = await _app.SetUpAsync();
        var visitor = _app.Visit();
        var page = await visitor.ReadAsync(SignIn);

        Assert.Empty(page.QuerySelectorAll("main form, main input"));
        Assert.DoesNotContain("password", page.QuerySelector("main").Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Null((await visitor.PostAsync(SignIn, new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = await TokenAsync(local),
            ["Form.Email"] = SetUpAnswers.Email,
            ["Form.Password"] = SetUpAnswers.Password,
        })).Headers.Location);
        foreach (var gone in new[] { "/account/password", "/account/two-step", "/account/new-password/x", "/account/sign-in/second-step" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await local.GetAsync(gone)).StatusCode);
        }

        Assert.Equal("/", await SignInAsync(visitor, new ProviderPerson("a-1", "Ada", SetUpAnswers.Email)));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).StatusCode);
        Assert.Empty((await visitor.ReadAsync("/account/security")).QuerySelectorAll("#password, #passkeys, #two-step"));
        var invitation = await _app.Visit().ReadAsync(await visitor.InviteAsync("grace@example.org"));
        Assert.NotNull(invitation.QuerySelector($"main a[href='{Start}']"));
        Assert.Null(invitation.QuerySelector("main input"));
    }

    [Fact]
    public async Task AdministratorByTheProvider_NeedsNoSecondStepHere()
    {
        _app.Settings["DeployRisk:SignIn:AdministratorsNeedTwoSteps"] = "true";
        var local = await _app.SetUpAsync();
        var visitor = _app.Visit();
        await SignInAsync(visitor, new ProviderPerson("a-1", "Ada", SetUpAnswers.Email));

        Assert.Equal("/account/two-step", (await local.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).StatusCode);
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).StatusCode);
    }

    [Fact]
    public async Task Cancelled_LeadsBackCalmly_AndWritesNothing()
    {
        await _app.SetUpAsync();

        Assert.Equal(Refused + "Cancelled&returnUrl=%2Fproducts", await SignInAsync(_app.Visit(), null, $"{Start}?returnUrl=%2Fproducts"));

        Assert.Empty(await NotedAsync(AuditAction.SignInRefused));
        Assert.Contains("was cancelled", (await _app.Visit().ReadAsync(Refused + "Cancelled")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgedOrForeignAnswer_OrOneOpenedTwice_IsRefused()
    {
        await _app.SetUpAsync();
        _provider.Present = Grace;
        var visitor = _app.Visit();
        var answer = await AnswerAsync(visitor, Start);

        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, $"{Start}/callback"));
        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, $"{Start}/callback?code=x&state=forged"));
        Assert.Equal(Refused + "Failed", await LocationAsync(_app.Visit(), answer));
        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, await AnswerAsync(visitor, Start) is var other ? other.Replace("code=", "code=x", StringComparison.Ordinal) : ""));
        Assert.Equal("/", await LocationAsync(visitor, answer));
        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, answer));
        Assert.Single(await NotedAsync(AuditAction.PersonAdmitted));
    }

    [Fact]
    public async Task ProviderDown_LeadsBackCalmly_AtTheStartAndOnTheWayBack()
    {
        await _app.SetUpAsync();
        _provider.Present = Grace;
        var visitor = _app.Visit();
        var answer = await AnswerAsync(visitor, Start);
        await _provider.StopAsync();

        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, answer));
        await using var another = new RunningApp();
        foreach (var (key, value) in _provider.Settings)
        {
            another.Settings[key] = value;
        }

        await another.SetUpAsync();
        Assert.Equal(Refused + "Failed&returnUrl=%2Fproducts", await LocationAsync(another.Visit(), $"{Start}?returnUrl=%2Fproducts"));
        Assert.Equal(HttpStatusCode.OK, (await another.Visit().GetAsync(SignIn)).StatusCode);
    }

    [Fact]
    public async Task ReturnAddress_StaysHere()
    {
        await _app.SetUpAsync();

        Assert.Equal("/", await SignInAsync(_app.Visit(), Grace, $"{Start}?returnUrl=https%3A%2F%2Fevil.example%2F"));
        Assert.Equal("/", await SignInAsync(_app.Visit(), Grace, $"{Start}?returnUrl=%2F%2Fevil.example"));
        Assert.Equal(SignIn, (await _app.Visit().ReadAsync(Refused + "Failed&returnUrl=https%3A%2F%2Fevil.example")).QuerySelector("main .dr-actions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task SigningOut_EndsTheSessionHere_AndOffersToEndItThere()
    {
        await _app.SetUpAsync();
        var visitor = _app.Visit();
        await SignInAsync(visitor, Grace);

        Assert.Equal($"{SignIn}?signedOut=true", (await visitor.SubmitAsync("/", "form[action='/account/sign-out']", new Dictionary<string, string>())).Headers.Location?.AbsolutePathOrSelf());
        Assert.NotNull((await visitor.ReadAsync($"{SignIn}?signedOut=true")).QuerySelector("main a[href='/account/sign-out/provider']"));
        var there = (await visitor.GetAsync("/account/sign-out/provider")).Headers.Location!;
        Assert.StartsWith(new Uri(_provider.Authority, "sign-out").ToString(), there.ToString(), StringComparison.Ordinal);
        Assert.Contains("client_id=deployrisk", there.Query, StringComparison.Ordinal);
        var back = await ElsewhereAsync(there);
        Assert.Equal(SignIn, await LocationAsync(visitor, back.AbsolutePathOrSelf()));
    }

    [Fact]
    public async Task BeforeSetUp_NobodyGetsInByTheProvider()
    {
        _provider.Present = Grace;

        Assert.Equal("/setup", await LocationAsync(_app.Visit(), $"{Start}/callback?code=x&state=y"));
        Assert.Equal("/setup", await LocationAsync(_app.Visit(), SignIn));
    }

    [Fact]
    public async Task TheWayToTheProvider_IsLimitedLikeForms()
    {
        await _app.SetUpAsync();
        var visitor = _app.Visit();
        HttpStatusCode answer;
        var tries = 0;
        do
        {
            answer = (await visitor.GetAsync($"{Start}/callback?state={tries}")).StatusCode;
        }
        while (answer == HttpStatusCode.Found && ++tries < 200);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer);
    }

    /// <summary>Goes to the provider and back; gives where the application leads then.</summary>
    private async Task<string> SignInAsync(Visitor visitor, ProviderPerson? person, string start = Start)
    {
        _provider.Present = person;
        return await LocationAsync(visitor, await AnswerAsync(visitor, start));
    }

    /// <summary>The address with which the provider sends the browser back.</summary>
    private static async Task<string> AnswerAsync(Visitor visitor, string start) =>
        (await ElsewhereAsync((await visitor.GetAsync(start)).Headers.Location!)).AbsolutePathOrSelf();

    private static async Task<Uri> ElsewhereAsync(Uri address)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(address, Stop);
        return answer.Headers.Location ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<string> LocationAsync(Visitor visitor, string address) =>
        (await visitor.GetAsync(address)).Headers.Location?.AbsolutePathOrSelf() ?? "";

    private static async Task<string> TokenAsync(Visitor visitor) =>
        (await visitor.ReadAsync("/account/security")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private Task<DeployRiskDbContext> ContextAsync() => _app.Services.GetRequiredService<IDbContextFactory<DeployRiskDbContext>>().CreateDbContextAsync(Stop);

    private async Task<IReadOnlyList<string>> EmailsAsync()
    {
        await using var context = await ContextAsync();
        return [.. (await context.Users.Select(user => user.Email!).ToListAsync(Stop)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The first administrator, who may read everything.</summary>
    private async Task<UserId> AdaAsync()
    {
        await using var context = await ContextAsync();
        return (await context.Users.SingleAsync(user => user.Email == SetUpAnswers.Email, Stop)).UserId;
    }

    private async Task<IReadOnlyList<string>> NotedAsync(AuditAction action)
    {
        var records = await _app.Services.GetRequiredService<AuditStore>().ReadAsync(AuditFilter.Everything with { Action = action }, null, 50, await AdaAsync(), Stop);
        return [.. records!.Entries.Select(entry => entry.Details!).Order(StringComparer.Ordinal)];
    }
}
