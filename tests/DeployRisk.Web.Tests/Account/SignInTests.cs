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

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LockTheAccountWithTheSameWords()
    {
        var visitor = _app.Visit();
        var wrong = "";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            wrong = await ErrorAsync(await visitor.SubmitAsync(Page, SetUpAnswers.Credentials("not the password")));
        }

        var locked = await ErrorAsync(await visitor.SubmitAsync(Page, SetUpAnswers.Credentials()));

        Assert.NotEmpty(locked);
        Assert.Equal(wrong, locked);
    }

    [Fact]
    public async Task LockedByOthers_PersonStillSignsInAtTheirOwnDevice()
    {
        var own = _app.Visit();
        await own.SubmitAsync(Page, SetUpAnswers.Credentials());
        await own.SubmitAsync("/", "form[action='/account/sign-out']", new Dictionary<string, string>());
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await _app.Visit().SubmitAsync(Page, SetUpAnswers.Credentials("not the password"));
        }

        Assert.Equal(HttpStatusCode.OK, (await _app.Visit().SubmitAsync(Page, SetUpAnswers.Credentials())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.SubmitAsync(Page, SetUpAnswers.Credentials("not the password"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await own.SubmitAsync(Page, SetUpAnswers.Credentials())).StatusCode);
    }

    [Fact]
    public async Task ThousandWrongPasswords_AreToldToWait_AndNobodyElseIsKeptOut()
    {
        var visitor = _app.Visit();
        var (address, fields) = await visitor.FillAsync(Page, "main form", SetUpAnswers.Credentials("not the password"));
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
        await _app.Visit().SubmitAsync(Page, SetUpAnswers.Credentials());
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await _app.Visit().SubmitAsync(Page, SetUpAnswers.Credentials("not the password"));
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
        Assert.Equal(
            await ErrorAsync(await _app.Visit().SubmitAsync(Page, SetUpAnswers.Credentials("not the password"))),
            await ErrorAsync(await _app.Visit().SubmitAsync(Page, SetUpAnswers.Credentials(email: "nobody@example.org"))));
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
        await other.SubmitAsync(Page, SetUpAnswers.Credentials());

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

    private static async Task<string> ErrorAsync(HttpResponseMessage response) =>
        (await Visitor.DocumentAsync(response)).QuerySelector(".dr-form-error")?.TextContent ?? "";
}
