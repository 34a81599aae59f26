using System.Net;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores.People;
using DeployRisk.TestKit.Servers;
using DeployRisk.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Account;

/// <summary>Signing in by the organisation's provider: who gets an account, and with which roles.</summary>
public sealed class ProviderTests : ProviderVisits
{
    [Fact]
    public async Task FirstSignIn_MakesTheAccount_AndTheSecondFindsIt()
    {
        await App.SetUpAsync();
        Assert.Equal("Continue with Example ID", (await App.Visit().ReadAsync(SignIn)).QuerySelector($"a[href='{Start}']").Words());

        var visitor = App.Visit();
        Assert.Equal("/products", await SignInAsync(visitor, Grace, $"{Start}?returnUrl=%2Fproducts"));
        Assert.Equal("/", await SignInAsync(App.Visit(), Grace with { Name = "Grace Hopper", Email = "another@example.com" }));

        Assert.Contains("Grace Moore", (await visitor.ReadAsync("/")).QuerySelector("header").Words(), StringComparison.Ordinal);
        Assert.Equal(["ada@example.org", "grace@example.org"], await EmailsAsync());
        Assert.Equal(["OpenID Connect: -"], await NotedAsync(AuditAction.PersonAdmitted));
        Assert.Equal(["", "OpenID Connect", "OpenID Connect"], await NotedAsync(AuditAction.SignedIn));
    }

    [Fact]
    public async Task Account_OfAnAllowedDomain_IsLinked_AndOpensToNoOtherSubject()
    {
        await App.SetUpAsync();
        var ada = new ProviderPerson("a-1", "A. E.", "ADA@example.org");

        var visitor = App.Visit();
        Assert.Equal("/", await SignInAsync(visitor, ada));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).StatusCode);
        Assert.Equal(Refused + "AccountExists", await SignInAsync(App.Visit(), ada with { Subject = "a-2" }));

        Assert.Equal(["OpenID Connect"], await NotedAsync(AuditAction.ProviderLinked));
        Assert.Equal(["OpenID Connect: AccountExists ada@example.org"], await NotedAsync(AuditAction.SignInRefused));
    }

    [Fact]
    public async Task UnverifiedAddress_OrNone_OrOfAnotherDomain_IsRefused_AndNoted()
    {
        await App.SetUpAsync();
        var visitor = App.Visit();

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
        App.Settings["DeployRisk:SignIn:OpenIdConnect:AllowedDomains:0"] = "";
        var ada = await App.SetUpAsync();
        await ada.InviteAsync("Grace@example.com");
        await ada.SubmitAsync(Joining.InvitePage, new Dictionary<string, string> { ["Form.Email"] = "eve@example.com", ["Form.Administrator"] = "true" });

        Assert.Equal("/", await SignInAsync(App.Visit(), Grace with { Email = "grace@example.com" }));
        Assert.Equal(Refused + "NotAllowed", await SignInAsync(App.Visit(), new ProviderPerson("e-1", "Eve", "eve@example.com")));
        Assert.Equal(Refused + "NotAllowed", await SignInAsync(App.Visit(), new ProviderPerson("m-1", "Mallory", "mallory@example.com")));
        Assert.Equal(Refused + "AccountExists", await SignInAsync(App.Visit(), new ProviderPerson("a-1", "Ada", SetUpAnswers.Email)));

        Assert.Equal(["eve@example.com"], (await App.Services.GetRequiredService<PeopleStore>().InvitationsAsync(await AdaAsync(), Stop)).Select(open => open.Email));
    }

    [Fact]
    public async Task Roles_FollowTheClaim_AndTheLastAdministratorStaysOne()
    {
        App.Settings["DeployRisk:SignIn:OpenIdConnect:RoleClaim"] = SignInProvider.RoleClaim;
        App.Settings["DeployRisk:SignIn:OpenIdConnect:Roles:Administrator"] = "it-admins";
        App.Settings["DeployRisk:SignIn:OpenIdConnect:Roles:Manager:0"] = "heads";
        App.Settings["DeployRisk:SignIn:OpenIdConnect:Roles:Manager:1"] = "deputies";
        await App.SetUpAsync();
        Assert.Equal("/", await SignInAsync(App.Visit(), new ProviderPerson("a-1", "Ada", SetUpAnswers.Email) { Groups = ["deputies"] }));

        var grace = App.Visit();
        await SignInAsync(grace, Grace with { Groups = ["IT-ADMINS", "staff"] });
        Assert.Equal(HttpStatusCode.Found, (await grace.GetAsync("/admin/people")).StatusCode);
        await SignInAsync(App.Visit(), Grace with { Groups = ["it-admins", "staff"], GroupsWhenAskedOnly = true });
        await SignInAsync(grace, Grace with { Groups = ["it-admins", "heads"] });
        Assert.Equal(HttpStatusCode.OK, (await grace.GetAsync("/admin/people")).StatusCode);
        await SignInAsync(App.Visit(), Grace with { Groups = ["heads"] });
        App.Clock.Advance(TimeSpan.FromMinutes(2));

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
        var ada = await App.SetUpAsync();
        await App.JoinAsync(ada, "bob@example.org");
        await SignInAsync(App.Visit(), Grace);
        foreach (var name in new[] { "bob", "Grace Moore" })
        {
            var person = (await ada.ReadAsync("/admin/people")).QuerySelectorAll("th a").Single(link => link.TextContent == name).GetAttribute("href")!;
            await ada.SubmitAsync(person, "section[aria-labelledby=account] form", new Dictionary<string, string>());
        }

        Assert.Equal(Refused + "Disabled", await SignInAsync(App.Visit(), Grace));
        Assert.Equal(Refused + "Disabled", await SignInAsync(App.Visit(), new ProviderPerson("b-1", "Bob", "bob@example.org")));

        Assert.Empty(await NotedAsync(AuditAction.ProviderLinked));
        Assert.Equal(["OpenID Connect: Disabled bob@example.org", "OpenID Connect: Disabled grace@example.org"], await NotedAsync(AuditAction.SignInRefused));
    }

    [Fact]
    public async Task WithoutPasswords_ThereAreNeitherTheirFormsNorTheirPages_AndTheFirstAdministratorGetsInByTheProvider()
    {
        App.Settings["DeployRisk:SignIn:Passwords"] = "false";
        App.Settings["DeployRisk:SignIn:AdministratorsNeedTwoSteps"] = "true";
        var local = await App.SetUpAsync();
        var visitor = App.Visit();
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
        var invitation = await App.Visit().ReadAsync(await visitor.InviteAsync("grace@example.org"));
        Assert.NotNull(invitation.QuerySelector($"main a[href='{Start}']"));
        Assert.Null(invitation.QuerySelector("main input"));
    }

    [Fact]
    public async Task AdministratorByTheProvider_NeedsNoSecondStepHere()
    {
        App.Settings["DeployRisk:SignIn:AdministratorsNeedTwoSteps"] = "true";
        var local = await App.SetUpAsync();
        var visitor = App.Visit();
        await SignInAsync(visitor, new ProviderPerson("a-1", "Ada", SetUpAnswers.Email));

        Assert.Equal("/account/two-step", (await local.GetAsync("/")).Headers.Location?.AbsolutePathOrSelf());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).StatusCode);
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).StatusCode);
    }
}
