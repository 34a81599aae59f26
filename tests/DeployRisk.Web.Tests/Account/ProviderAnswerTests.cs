using System.Net;
using DeployRisk.Data.Auditing;
using DeployRisk.Web.Tests.Running;
using Microsoft.AspNetCore.WebUtilities;

namespace DeployRisk.Web.Tests.Account;

/// <summary>What the organisation's provider answers, or somebody in its place, and the way there and back.</summary>
public sealed class ProviderAnswerTests : ProviderVisits
{
    [Fact]
    public async Task Cancelled_LeadsBackCalmly_AndWritesNothing()
    {
        await App.SetUpAsync();

        Assert.Equal(Refused + "Cancelled&returnUrl=%2Fproducts", await SignInAsync(App.Visit(), null, $"{Start}?returnUrl=%2Fproducts"));

        Assert.Empty(await NotedAsync(AuditAction.SignInRefused));
        Assert.Contains("was cancelled", (await App.Visit().ReadAsync(Refused + "Cancelled")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgedOrForeignAnswer_OrOneOpenedTwice_IsRefused()
    {
        await App.SetUpAsync();
        Provider.Present = Grace;
        var visitor = App.Visit();
        var answer = await AnswerAsync(visitor, Start);

        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, $"{Start}/callback"));
        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, $"{Start}/callback?code=x&state=forged"));
        Assert.Equal(Refused + "Failed", await LocationAsync(App.Visit(), answer));
        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, await AnswerAsync(visitor, Start) is var other ? other.Replace("code=", "code=x", StringComparison.Ordinal) : ""));
        Assert.Equal("/", await LocationAsync(visitor, answer));
        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, answer));
        Assert.Single(await NotedAsync(AuditAction.PersonAdmitted));
    }

    [Fact]
    public async Task WordsOfAnAnswer_WhichAnybodyCanSend_AreNotInTheLog()
    {
        await App.SetUpAsync();
        Provider.Present = Grace;
        var visitor = App.Visit();
        var state = QueryHelpers.ParseQuery((await AnswerAsync(visitor, Start)).Split('?')[1])["state"];

        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, QueryHelpers.AddQueryString($"{Start}/callback", new Dictionary<string, string?>
        {
            ["state"] = state,
            ["error"] = "invalid_scope",
            ["error_description"] = "x\nforged line",
        })));

        var log = string.Concat(App.LinesOfTheLog());
        Assert.Contains("invalid_scope", log, StringComparison.Ordinal);
        Assert.DoesNotContain("forged", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProviderDown_LeadsBackCalmly_AtTheStartAndOnTheWayBack()
    {
        await App.SetUpAsync();
        Provider.Present = Grace;
        var visitor = App.Visit();
        var answer = await AnswerAsync(visitor, Start);
        await Provider.StopAsync();

        Assert.Equal(Refused + "Failed", await LocationAsync(visitor, answer));
        await using var another = new RunningApp();
        foreach (var (key, value) in Provider.Settings)
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
        await App.SetUpAsync();

        Assert.Equal("/", await SignInAsync(App.Visit(), Grace, $"{Start}?returnUrl=https%3A%2F%2Fevil.example%2F"));
        Assert.Equal("/", await SignInAsync(App.Visit(), Grace, $"{Start}?returnUrl=%2F%2Fevil.example"));
        Assert.Equal(SignIn, (await App.Visit().ReadAsync(Refused + "Failed&returnUrl=https%3A%2F%2Fevil.example")).QuerySelector("main .dr-actions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task SigningOut_EndsTheSessionHere_AndOffersToEndItThere()
    {
        await App.SetUpAsync();
        var visitor = App.Visit();
        await SignInAsync(visitor, Grace);

        Assert.Equal($"{SignIn}?signedOut=true", (await visitor.SubmitAsync("/", "form[action='/account/sign-out']", new Dictionary<string, string>())).Headers.Location?.AbsolutePathOrSelf());
        Assert.NotNull((await visitor.ReadAsync($"{SignIn}?signedOut=true")).QuerySelector("main a[href='/account/sign-out/provider']"));
        var there = (await visitor.GetAsync("/account/sign-out/provider")).Headers.Location!;
        Assert.StartsWith(new Uri(Provider.Authority, "sign-out").ToString(), there.ToString(), StringComparison.Ordinal);
        Assert.Contains("client_id=deployrisk", there.Query, StringComparison.Ordinal);
        var back = await ElsewhereAsync(there);
        Assert.Equal(SignIn, await LocationAsync(visitor, back.AbsolutePathOrSelf()));
    }

    [Fact]
    public async Task BeforeSetUp_NobodyGetsInByTheProvider()
    {
        Provider.Present = Grace;

        Assert.Equal("/setup", await LocationAsync(App.Visit(), $"{Start}/callback?code=x&state=y"));
        Assert.Equal("/setup", await LocationAsync(App.Visit(), SignIn));
    }

    [Fact]
    public async Task TheWayToTheProvider_IsLimitedLikeForms()
    {
        await App.SetUpAsync();
        var visitor = App.Visit();
        HttpStatusCode answer;
        var tries = 0;
        do
        {
            answer = (await visitor.GetAsync($"{Start}/callback?state={tries}")).StatusCode;
        }
        while (answer == HttpStatusCode.Found && ++tries < 200);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer);
    }
}
