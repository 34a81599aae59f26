using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Hosting;

public sealed class PreferenceTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    [Theory]
    [InlineData("fr-CA,fr;q=0.9,en;q=0.5", "fr")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("de-DE,de;q=0.9", "en")]
    public async Task Language_WithoutCookie_FollowsTheBrowser(string acceptLanguage, string expected)
    {
        var page = await seeded.App.Visit().ReadAsync("/account/sign-in", ("Accept-Language", acceptLanguage));

        Assert.Equal(expected, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Language_OfABrowserThatKnowsNeither_IsTheOneOfTheOrganisation()
    {
        await using var app = new RunningApp();
        await app.Visit().SubmitAsync("/setup", new Dictionary<string, string>(SetUpAnswers.Complete) { ["Form.Language"] = "fr" });

        var page = await app.Visit().ReadAsync("/account/sign-in", ("Accept-Language", "de-DE,de;q=0.9"));

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Language_ChosenInTheBar_IsRightFromTheFirstByte()
    {
        var visitor = seeded.App.Visit();

        var answer = await visitor.SubmitAsync("/account/sign-in", "form[action='/preferences/language']", new Dictionary<string, string> { ["language"] = "fr" });
        var page = await visitor.ReadAsync("/account/sign-in", ("Accept-Language", "en"));

        Assert.Equal("/account/sign-in", answer.Headers.Location?.OriginalString);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("light", "light")]
    [InlineData("nonsense", "system")]
    public async Task Theme_ChosenInTheBar_IsRightFromTheFirstByte(string chosen, string expected)
    {
        var visitor = seeded.App.Visit();

        await visitor.SubmitAsync("/account/sign-in", "form[action='/preferences/theme']", new Dictionary<string, string> { ["theme"] = chosen });

        Assert.Equal(expected, (await visitor.ReadAsync("/account/sign-in")).DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData("//elsewhere.example.org/", "/")]
    [InlineData("/.//elsewhere.example.org/", "/")]
    [InlineData("/products¿'\"(", "/products%C2%BF'%22(")]
    [InlineData("/products?verdict=Go&name=%C3%A9#latest", "/products?verdict=Go&name=%C3%A9#latest")]
    public async Task Preferences_LeadBack_AndNowhereElse(string returnUrl, string expected)
    {
        var answer = await seeded.App.Visit().SubmitAsync("/account/sign-in", "form[action='/preferences/theme']", new Dictionary<string, string>
        {
            ["theme"] = "dark",
            ["returnUrl"] = returnUrl,
        });

        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }
}
