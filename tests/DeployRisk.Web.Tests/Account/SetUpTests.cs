using System.Net;
using DeployRisk.Web.Features.Account;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Account;

public sealed class SetUpTests : IDisposable
{
    private readonly RunningApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task SetUp_AtThisMachine_AsksNoCodeAndSignsIn()
    {
        var visitor = _app.Visit();

        var done = await visitor.SubmitAsync("/setup", SetUpAnswers.Complete);

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/password")).StatusCode);
    }

    [Fact]
    public async Task SetUp_WhenDone_IsClosed()
    {
        await _app.SetUpAsync();

        var again = await _app.Visit().GetAsync("/setup");

        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task SetUp_FromElsewhereWithoutCode_IsRefused()
    {
        _app.VisitorsAddress = IPAddress.Parse("203.0.113.5");
        var visitor = _app.Visit();

        var refused = await visitor.SubmitAsync("/setup", SetUpAnswers.Complete);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.False(await _app.Services.GetRequiredService<SetUpState>().IsDoneAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SetUp_FromElsewhereWithTheCode_Works()
    {
        _app.VisitorsAddress = IPAddress.Parse("203.0.113.5");
        var visitor = _app.Visit();
        var code = _app.Services.GetRequiredService<SetUpCode>().Shown;

        var done = await visitor.SubmitAsync("/setup", new Dictionary<string, string>(SetUpAnswers.Complete) { ["Form.Code"] = code.ToLowerInvariant() });

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
    }

    [Fact]
    public async Task SetUp_WithFaults_KeepsWhatWasTypedButNoPassword()
    {
        var answers = SetUpAnswers.Complete;
        answers["Form.Email"] = "nonsense";

        var page = await Visitor.DocumentAsync(await _app.Visit().SubmitAsync("/setup", answers));

        Assert.Equal("Example Bank", page.QuerySelector("#organisation")?.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#email")?.GetAttribute("aria-invalid"));
        Assert.DoesNotContain(SetUpAnswers.Password, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetUp_TwoAtOnce_OneWins()
    {
        var filled = await Task.WhenAll(Enumerable.Range(1, 2).Select(async number =>
        {
            var visitor = _app.Visit();
            var mine = SetUpAnswers.Complete;
            mine["Form.Email"] = $"person{number}@example.org";
            return (visitor, form: await visitor.FillAsync("/setup", "main form", mine));
        }));

        var answers = await Task.WhenAll(filled.Select(person => person.visitor.PostAsync(person.form.Address, person.form.Fields)));

        Assert.Equal(["/", "/account/sign-in"], answers.Select(answer => answer.Headers.Location?.AbsolutePathOrSelf()).Order(StringComparer.Ordinal));
    }
}
