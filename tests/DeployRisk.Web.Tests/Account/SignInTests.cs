using System.Net;
using DeployRisk.Data;
using DeployRisk.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Account;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Page = "/account/sign-in";
    private readonly RunningApp _app = new();
    private Visitor _administrator = null!;

    public async ValueTask InitializeAsync() => _administrator = await _app.SetUpAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/products")]
    [InlineData("/account/password")]
    [InlineData("/account/access-denied")]
    [InlineData("/no/such/page")]
    public async Task EveryPage_SignedOut_LeadsToSignIn(string address)
    {
        var answer = await _app.Visit().GetAsync(address);

        Assert.StartsWith(Page, answer.Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Page)]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/app.css")]
    [InlineData("/favicon.svg")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/DeployRisk.Web.styles.css")]
    public async Task WhatEverybodyNeeds_SignedOut_IsOpen(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await _app.Visit().GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("/products?verdict=NoGo", "/products?verdict=NoGo")]
    [InlineData("https://elsewhere.example.org/", "/")]
    [InlineData("//elsewhere.example.org/", "/")]
    [InlineData("/\\elsewhere.example.org", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("products", "/")]
    public async Task SignIn_ReturnsWithinTheApplicationOnly(string returnUrl, string expected)
    {
        var done = await _app.Visit().SubmitAsync($"{Page}?returnUrl={Uri.EscapeDataString(returnUrl)}", Credentials());

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(expected, done.Headers.Location?.AbsolutePathOrSelf());
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LockTheAccountWithTheSameWords()
    {
        var visitor = _app.Visit();
        var wrong = "";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            wrong = await ErrorAsync(await visitor.SubmitAsync(Page, Credentials("not the password")));
        }

        var locked = await ErrorAsync(await visitor.SubmitAsync(Page, Credentials()));

        Assert.NotEmpty(locked);
        Assert.Equal(wrong, locked);
    }

    [Fact]
    public async Task LockedByOthers_PersonStillSignsInAtTheirOwnDevice()
    {
        var own = _app.Visit();
        await own.SubmitAsync(Page, Credentials());
        await own.SubmitAsync("/", "form[action='/account/sign-out']", new Dictionary<string, string>());
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await _app.Visit().SubmitAsync(Page, Credentials("not the password"));
        }

        Assert.Equal(HttpStatusCode.OK, (await _app.Visit().SubmitAsync(Page, Credentials())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.SubmitAsync(Page, Credentials("not the password"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync(Page, Credentials())).StatusCode);
    }

    [Fact]
    public async Task ThousandWrongPasswords_AreToldToWait_AndNobodyElseIsKeptOut()
    {
        var visitor = _app.Visit();
        var (address, fields) = await visitor.FillAsync(Page, "main form", Credentials("not the password"));
        var answers = new List<HttpResponseMessage>();
        foreach (var _ in Enumerable.Range(0, 1000))
        {
            answers.Add(await visitor.PostAsync(address, fields));
        }

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, $"{answer.StatusCode}"));
        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), 50, 200);

        // One of these: by now the address may send some again.
        var told = answers.Last(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("Too many tries", (await Visitor.DocumentAsync(told)).QuerySelector("h1").Words());
        Assert.Equal("20", told.Headers.RetryAfter?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await _administrator.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task SignIns_AreInTheAuditTrail_WithWhereTheyCameFrom_UntilTheAccountIsLocked()
    {
        await _app.Visit().SubmitAsync(Page, Credentials());
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await _app.Visit().SubmitAsync(Page, Credentials("not the password"));
        }

        // The first session is that of the set-up.
        await using var context = await _app.Services.GetRequiredService<IDbContextFactory<DeployRiskDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var noted = await context.Database
            .SqlQueryRaw<string>("SELECT Action || ' from ' || Origin AS Value FROM AuditTrail WHERE Subject = 'Person' ORDER BY Sequence")
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["SignedIn from 127.0.0.1", "SignedIn from 127.0.0.1", .. Enumerable.Repeat("SignInRefused from 127.0.0.1", 5)], noted);
    }

    [Fact]
    public async Task SignIn_UnknownAddress_ReadsLikeAWrongPassword()
    {
        var unknown = Credentials();
        unknown["Form.Email"] = "nobody@example.org";

        Assert.Equal(
            await ErrorAsync(await _app.Visit().SubmitAsync(Page, Credentials("not the password"))),
            await ErrorAsync(await _app.Visit().SubmitAsync(Page, unknown)));
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        var fields = Credentials();
        fields["_handler"] = "sign-in";

        Assert.Equal(HttpStatusCode.BadRequest, (await _app.Visit().PostAsync(Page, fields)).StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-out")]
    [InlineData("/preferences/language")]
    [InlineData("/preferences/theme")]
    public async Task Forms_WithoutAntiforgeryToken_AreRefused(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _administrator.PostAsync(address, [])).StatusCode);

    [Fact]
    public async Task SessionCookie_IsForThisSiteAndNoScript()
    {
        var done = await _app.Visit().SubmitAsync(Page, Credentials());

        var cookie = Assert.Single(done.Headers.GetValues("Set-Cookie"), line => line.StartsWith("deployrisk.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        await _administrator.SubmitAsync("/account/password", "form[action='/account/sign-out']", new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.Found, (await _administrator.GetAsync("/account/password")).StatusCode);
    }

    [Fact]
    public async Task ChangePassword_EndsTheOtherSessions()
    {
        var other = _app.Visit();
        await other.SubmitAsync(Page, Credentials());

        var changed = await _administrator.SubmitAsync("/account/password", new Dictionary<string, string>
        {
            ["Form.Current"] = SetUpAnswers.Password,
            ["Form.Password"] = "another easy sentence",
            ["Form.PasswordAgain"] = "another easy sentence",
        });
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _administrator.GetAsync("/account/password")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await other.GetAsync("/account/password")).StatusCode);
    }

    [Fact]
    public async Task NewPassword_ThatIsShort_IsRefusedWithTheReason()
    {
        var refused = await Visitor.DocumentAsync(await _administrator.SubmitAsync("/account/password", new Dictionary<string, string>
        {
            ["Form.Current"] = SetUpAnswers.Password,
            ["Form.Password"] = "elevenchars",
            ["Form.PasswordAgain"] = "elevenchars",
        }));

        Assert.Contains("12", refused.QuerySelector(".validation-message").Words(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Credentials(string password = SetUpAnswers.Password) => new()
    {
        ["Form.Email"] = SetUpAnswers.Email,
        ["Form.Password"] = password,
    };

    private static async Task<string> ErrorAsync(HttpResponseMessage response) =>
        (await Visitor.DocumentAsync(response)).QuerySelector(".dr-form-error")?.TextContent ?? "";
}
