using System.Net;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.TestKit;
using DeployRisk.Web.Features.Account;
using DeployRisk.Web.Tests.Running;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Account;

/// <summary>Signing in with a code besides the password.</summary>
public sealed class SecondStepTests : IAsyncLifetime
{
    private const string SignIn = "/account/sign-in";
    private const string SecondStep = "/account/sign-in/second-step";
    private const string SetUp = "/account/two-step";
    private const string Security = "/account/security";
    private const string Confirm = "/account/confirm";
    private const string Wrong = "000000";

    private readonly RunningApp _app = new();
    private Visitor _ada = null!;

    public async ValueTask InitializeAsync() => _ada = await _app.SetUpAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task TurnedOn_PasswordAloneIsNotEnough_AndTheCodeIs()
    {
        var (key, _) = await TurnOnAsync(_ada);
        var other = _app.Visit();

        var first = await other.SubmitAsync($"{SignIn}?returnUrl=%2Fproducts", SetUpAnswers.Credentials());
        Assert.Equal($"{SecondStep}?remember=false&returnUrl=%2Fproducts", first.Headers.Location?.AbsolutePathOrSelf());
        Assert.StartsWith(SignIn, (await other.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
        var second = await other.SubmitAsync(first.Headers.Location!.AbsolutePathOrSelf(), Code(Authenticator.CodeOf(key)));

        Assert.Equal("/products", second.Headers.Location?.AbsolutePathOrSelf());
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _ada.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task WrongCode_TurnsNothingOn()
    {
        var refused = await _ada.SubmitAsync(SetUp, "main form", Code(Wrong));

        Assert.Contains("not right", (await Visitor.DocumentAsync(refused)).QuerySelector("#code-error").Words(), StringComparison.Ordinal);
        Assert.Equal("/", (await _app.Visit().SubmitAsync(SignIn, SetUpAnswers.Credentials())).Headers.Location?.AbsolutePathOrSelf());
    }

    [Fact]
    public async Task RecoveryCode_WorksOnce()
    {
        var (_, codes) = await TurnOnAsync(_ada);

        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.Found, (await WithCodeAsync(codes[3])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await WithCodeAsync(codes[3])).StatusCode);
        Assert.Contains("left: 9", (await _ada.ReadAsync(Security)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeOfAnAuthenticator_WorksOnce()
    {
        var (key, _) = await TurnOnAsync(_ada);
        var code = Authenticator.CodeOf(key);

        Assert.Equal(HttpStatusCode.Found, (await WithCodeAsync(code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await WithCodeAsync(code)).StatusCode);
    }

    [Fact]
    public async Task FiveWrongCodes_MakeTheRightOneWait_AtKnownDevicesToo_AndNotThePassword()
    {
        var (key, codes) = await TurnOnAsync(_ada);
        foreach (var wrong in new[] { Wrong, "AAAAA-BBBBB", Wrong, "AAAAA-BBBBB", Wrong })
        {
            Assert.Equal(HttpStatusCode.OK, (await WithCodeAsync(wrong)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await WithCodeAsync(Authenticator.CodeOf(key))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await WithCodeAsync(codes[0], _ada)).StatusCode);
        _app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Found, (await WithCodeAsync(codes[0].ToLowerInvariant())).StatusCode);
    }

    [Fact]
    public void ManyCodesAtTheSameTime_AreNoMoreThanFiveTries()
    {
        var tries = new SecondStepTries(_app.Clock);
        var account = Guid.NewGuid();
        var taken = 0;

        Parallel.For(0, 100, _ => Interlocked.Add(ref taken, tries.TryTake(account) ? 1 : 0));

        Assert.Equal(5, taken);
        _app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.True(tries.TryTake(account));
    }

    [Fact]
    public async Task SetUp_ThatTakesLongerThanASessionIsLookedAt_EndsNoSession()
    {
        var elsewhere = _app.Visit();
        await elsewhere.SubmitAsync(SignIn, SetUpAnswers.Credentials());
        var key = (await _ada.ReadAsync(SetUp)).QuerySelector("main code").Words();
        _app.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/")).StatusCode);
        var done = await Visitor.DocumentAsync(await _ada.SubmitAsync(SetUp, "main form", Code(Authenticator.CodeOf(key))));
        Assert.Equal(10, done.QuerySelectorAll(".codes li").Length);
    }

    [Fact]
    public async Task DisabledBetweenTheSteps_DoesNotGetIn()
    {
        var bob = await _app.JoinAsync(_ada, "bob@example.org");
        var (key, codes) = await TurnOnAsync(bob);
        var visitor = _app.Visit();
        var first = (await visitor.SubmitAsync(SignIn, SetUpAnswers.Credentials(email: "bob@example.org"))).Headers.Location!.AbsolutePathOrSelf();
        var filled = await visitor.FillAsync(first, "main form", Code(codes[0]));
        var person = (await _ada.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == "bob").GetAttribute("href")!;
        await _ada.SubmitAsync(person, "section[aria-labelledby=account] form", new Dictionary<string, string>());

        Assert.Null((await visitor.PostAsync(filled.Address, filled.Fields)).Headers.Location);
        Assert.Null((await visitor.SubmitAsync(first, Code(Authenticator.CodeOf(key)))).Headers.Location);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData(Security)]
    public async Task PasskeyForm_WithoutWhatADeviceSays_IsRefusedAndNoError(string page)
    {
        foreach (var credential in new[] { "", "{}", "nothing" })
        {
            var visitor = page == Security ? _ada : _app.Visit();
            var answer = await visitor.SubmitAsync(page, "form[data-passkeys]", new Dictionary<string, string> { ["Credential"] = credential });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotNull((await Visitor.DocumentAsync(answer)).QuerySelector("[data-passkey-fault]:not([hidden])"));
        }
    }

    [Fact]
    public async Task Passkeys_AreAddedUpToAsManyAsAnybodyHasDevices()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var security = scope.ServiceProvider.GetRequiredService<AccountSecurity>();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>().FindByEmailAsync(SetUpAnswers.Email);

        for (byte device = 0; device < AccountSecurity.MostPasskeys; device++)
        {
            Assert.True(await security.AddPasskeyAsync(user!, Passkey(device), $"device {device}", TestContext.Current.CancellationToken));
        }

        Assert.False(await security.AddPasskeyAsync(user!, Passkey(AccountSecurity.MostPasskeys), "one more", TestContext.Current.CancellationToken));
        Assert.Equal(AccountSecurity.MostPasskeys, (await _ada.ReadAsync(Security)).QuerySelectorAll(".passkeys li").Length);

        static UserPasskeyInfo Passkey(byte device) => new([device], [1], TimeProvider.System.GetUtcNow(), 0, [], true, false, false, [], []);
    }

    [Fact]
    public async Task SecondStep_WithoutTheFirst_LeadsBackToIt()
    {
        await TurnOnAsync(_ada);

        Assert.Equal(SignIn, (await _app.Visit().GetAsync(SecondStep)).Headers.Location?.AbsolutePathOrSelf());
    }

    [Fact]
    public async Task TurnedOff_OrResetByAnAdministrator_PasswordIsEnough()
    {
        await TurnOnAsync(_ada);
        Assert.Equal(Security, (await _ada.SubmitAsync(Security, "form:has(.dr-button-quiet)", new Dictionary<string, string>())).Headers.Location?.AbsolutePathOrSelf());
        Assert.Equal("/", (await _app.Visit().SubmitAsync(SignIn, SetUpAnswers.Credentials())).Headers.Location?.AbsolutePathOrSelf());

        var bob = await _app.JoinAsync(_ada, "bob@example.org");
        await TurnOnAsync(bob);
        var person = (await _ada.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == "bob").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Found, (await _ada.SubmitAsync(person, "section[aria-labelledby=two-step] form", new Dictionary<string, string>())).StatusCode);
        Assert.Equal("/", (await _app.Visit().SubmitAsync(SignIn, SetUpAnswers.Credentials(email: "bob@example.org"))).Headers.Location?.AbsolutePathOrSelf());
        Assert.Contains("took away the two-step sign-in and the passkeys of bob", (await _ada.ReadAsync("/admin/audit")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedOutEverywhere_EndsEverySessionWithinAMinute()
    {
        var elsewhere = _app.Visit();
        await elsewhere.SubmitAsync(SignIn, SetUpAnswers.Credentials());

        await _ada.SubmitAsync(Security, "section[aria-labelledby=sessions] form", new Dictionary<string, string>());
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.StartsWith(SignIn, (await _ada.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
        Assert.StartsWith(SignIn, (await elsewhere.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_LongAfterTheSignIn_AskForThePasswordOnceMore()
    {
        await TurnOnAsync(_ada);
        var off = await _ada.FillAsync(Security, "form:has(.dr-button-quiet)", new Dictionary<string, string>());
        _app.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal($"{Confirm}?returnUrl=%2Faccount%2Fsecurity", (await _ada.PostAsync(off.Address, off.Fields)).Headers.Location?.AbsolutePathOrSelf());
        var page = await _ada.ReadAsync(Security);
        Assert.Empty(page.QuerySelectorAll("main section:not([aria-labelledby=sessions]) form:not([hidden] form)"));
        var address = page.QuerySelector("main a.dr-button-primary")!.GetAttribute("href")!;
        Assert.NotNull((await Visitor.DocumentAsync(await _ada.SubmitAsync(address, "main form", Password("not this one")))).QuerySelector("#password-error"));
        Assert.Equal(Security, (await _ada.SubmitAsync(address, "main form", Password(SetUpAnswers.Password))).Headers.Location?.AbsolutePathOrSelf());

        Assert.Equal(Security, (await _ada.PostAsync(off.Address, off.Fields)).Headers.Location?.AbsolutePathOrSelf());
        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal($"{Confirm}?returnUrl=%2Faccount%2Ftwo-step", (await _ada.GetAsync(SetUp)).Headers.Location?.AbsolutePathOrSelf());
    }

    [Fact]
    public void ConfirmationOfOne_IsNoneOfAnother_NorIsWhatTheServerDidNotWrite()
    {
        var http = new DefaultHttpContext();
        var confirmations = new Confirmations(new EphemeralDataProtectionProvider(), new HttpContextAccessor { HttpContext = http }, _app.Clock);
        var ada = new ApplicationUser { Id = Guid.NewGuid() };
        confirmations.Remember(ada);
        http.Request.Headers.Cookie = http.Response.Headers.SetCookie.ToString().Split(';')[0];

        Assert.True(confirmations.Knows(ada));
        Assert.False(confirmations.Knows(new ApplicationUser { Id = Guid.NewGuid() }));
        http.Request.Headers.Cookie = "deployrisk.confirmed=nothing";
        Assert.False(confirmations.Knows(ada));
    }

    [Fact]
    public async Task Administrators_WhoMustHaveIt_DoNothingBefore()
    {
        await using var strict = new RunningApp { Settings = { ["DeployRisk:SignIn:AdministratorsNeedTwoSteps"] = "true" } };
        var administrator = await strict.SetUpAsync();

        foreach (var page in new[] { "/", "/products", "/admin/people", "/admin/audit/export", "/account/password" })
        {
            Assert.Equal(SetUp, (await administrator.GetAsync(page)).Headers.Location?.AbsolutePathOrSelf());
        }

        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/app.css")).StatusCode);
        await TurnOnAsync(administrator);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await strict.JoinAsync(administrator, "bob@example.org")).GetAsync("/")).StatusCode);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(Visitor visitor)
    {
        var key = (await visitor.ReadAsync(SetUp)).QuerySelector("main code").Words();
        var done = await Visitor.DocumentAsync(await visitor.SubmitAsync(SetUp, "main form", Code(Authenticator.CodeOf(key))));
        return (key, [.. done.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    private async Task<HttpResponseMessage> WithCodeAsync(string code, Visitor? at = null)
    {
        var visitor = at ?? _app.Visit();
        if (at is not null)
        {
            await at.SubmitAsync("/", "form[action='/account/sign-out']", new Dictionary<string, string>());
        }

        var first = await visitor.SubmitAsync(SignIn, SetUpAnswers.Credentials());
        return await visitor.SubmitAsync(first.Headers.Location!.AbsolutePathOrSelf(), Code(code));
    }

    private static Dictionary<string, string> Password(string password) => new() { ["Form.Password"] = password };

    private static Dictionary<string, string> Code(string code) => new() { ["Form.Code"] = code };
}
