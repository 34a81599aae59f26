using System.Net;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Account;

/// <summary>What is open to somebody who is not signed in, and how they come in.</summary>
public sealed class SignedOutTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private const string Page = "/account/sign-in";

    [Theory]
    [InlineData("/")]
    [InlineData("/products")]
    [InlineData("/account/password")]
    [InlineData("/account/access-denied")]
    [InlineData("/no/such/page")]
    public async Task EveryPage_SignedOut_LeadsToSignIn(string address)
    {
        var answer = await seeded.App.Visit().GetAsync(address);

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
        Assert.Equal(HttpStatusCode.OK, (await seeded.App.Visit().GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("/products?verdict=NoGo", "/products?verdict=NoGo")]
    [InlineData("https://elsewhere.example.org/", "/")]
    [InlineData("//elsewhere.example.org/", "/")]
    [InlineData("/\\elsewhere.example.org", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/.//elsewhere.example.org/", "/")]
    [InlineData("products", "/")]
    [InlineData("/products?name=été'\"", "/products?name=%C3%A9t%C3%A9'%22")]
    public async Task SignIn_ReturnsWithinTheApplicationOnly(string returnUrl, string expected)
    {
        var done = await seeded.App.Visit().SubmitAsync($"{Page}?returnUrl={Uri.EscapeDataString(returnUrl)}", SetUpAnswers.Credentials());

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(expected, done.Headers.Location?.AbsolutePathOrSelf());
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        var fields = SetUpAnswers.Credentials();
        fields["_handler"] = "sign-in";

        Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.Visit().PostAsync(Page, fields)).StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-out")]
    [InlineData("/preferences/language")]
    [InlineData("/preferences/theme")]
    public async Task Forms_WithoutAntiforgeryToken_AreRefused(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await seeded.App.Visit().PostAsync(address, [])).StatusCode);

    [Fact]
    public async Task SessionCookie_IsForThisSiteAndNoScript()
    {
        var done = await seeded.App.Visit().SubmitAsync(Page, SetUpAnswers.Credentials());

        var cookie = Assert.Single(done.Headers.GetValues("Set-Cookie"), line => line.StartsWith("deployrisk.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
