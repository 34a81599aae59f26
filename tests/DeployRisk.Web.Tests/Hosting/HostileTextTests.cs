using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using DeployRisk.Data.Stores;
using DeployRisk.Domain;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Localisation;
using DeployRisk.Web.Shared.Preferences;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Hosting;

/// <summary>Text of every kind in every place that takes some: shown as text or refused with a sentence, never run, never a failure.</summary>
public sealed class HostileTextTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    /// <summary>A question that may be set aside with a reason.</summary>
    private const string SetAside = "AVA-1";

    private const string Noted = "AVA-2";

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["markup"] = "<script>window.hit=1</script>\"'><img src=x onerror=window.hit=2></textarea></title>",
        ["emoji"] = "🚀👩🏽‍🚀🏳️‍🌈 é",
        ["right to left"] = "\u202Egnp.exe\u2066 שלום",
        ["control characters"] = "a\u0001\u0007\u001B[31m\u007F\u0085\r\nb",
        ["zero"] = "a\0b\0",
        ["only zeros"] = "\0\0\0",
        ["only invisible"] = "\u200B\u200E\u2060",
        ["half a pair"] = "x\uD83Dy",
        ["no characters"] = "\uFFFE\uFFFF\uFDD0",
        ["templates"] = "{0} {x:N0} %s ${7*7} {{7*7}} @(7*7)",
        ["10,000 characters"] = string.Concat(Enumerable.Repeat("0123456789", 1000)),
    };

    public static TheoryData<string> Kinds => [.. Texts.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Forms_TakeItOrSayWhyNot(string kind)
    {
        var text = Texts[kind];
        foreach (var (page, fields) in FormsWith(text))
        {
            var answer = await seeded.Visitor.SubmitAsync(page, fields);

            if (text.Contains('\0', StringComparison.Ordinal))
            {
                // The framework turns a form with a zero in it away; no browser lets a person type one.
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            }
            else if (answer.StatusCode != HttpStatusCode.Found)
            {
                var shown = await CalmAsync(answer, page);
                Assert.True(shown.QuerySelector("main .validation-message, main [role=alert]") is not null, $"{page}: {answer.StatusCode} {shown.QuerySelector("main").Words()}");
            }
            else
            {
                await CalmAsync(await seeded.Visitor.GetAsync(answer.Headers.Location!.OriginalString), page);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Addresses_WithIt_ShowAPage(string kind)
    {
        var text = Uri.EscapeDataString(Texts[kind]);
        var product = await seeded.ProductAsync($"Addressed {kind}");
        var draft = await seeded.DraftAsync(product, "1.0.0");
        var result = (await seeded.SubmittedAsync(product, "0.9.0", level: 2)).Assessment.Id;
        string[] addresses =
        [
            $"/products?q={text}&order={text}", $"/products/{text}", $"/products/{text}/edit", $"/products/{text}/assessments/new", $"/questionnaires/{text}",
            $"{AppUrls.Assessment(draft)}?category={text}", AppUrls.WhatIf(result, text), $"/account/sign-in?returnUrl={text}", $"/assessments/{text}",
            $"{AppUrls.Product(product.Slug.Value)}?{text}={text}", $"/{text}",
        ];

        // A zero in the path itself is turned away by the web server before the application.
        foreach (var address in addresses.Where(address => !address.Split('?')[0].Contains("%00", StringComparison.Ordinal)))
        {
            await CalmAsync(await seeded.Visitor.GetAsync(address), address);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task CookiesWithIt_AreIgnored(string kind)
    {
        var text = Uri.EscapeDataString(Texts[kind]);
        var cookies = string.Join("; ", new[] { "deployrisk.tz", ReaderPreferences.ThemeCookie, Cultures.Cookie, "deployrisk.session", "deployrisk.forms" }.Select(name => $"{name}={text}"));

        await CalmAsync(await seeded.App.Visit().GetAsync("/account/sign-in", ("Cookie", cookies)), "cookies");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Assessment_FullOfIt_ShowsItAsTextOnEveryPage(string kind)
    {
        var text = Texts[kind];
        var product = await ProductOfAsync(text, kind);
        var id = ((StartOutcome.Started)await seeded.Assessments.StartAsync(product.Id, Releases.Of(NameOf(text)), seeded.User, Stop)).Id;
        await seeded.Assessments.SaveNoteAsync(id, Noted, text, null, seeded.User, Stop);
        await seeded.Assessments.SaveNoteAsync(id, Noted, text + "!", "unseen", seeded.User, Stop);
        await seeded.Assessments.SaveEvidenceAsync(id, Noted, [LinkOf(text), "javascript:window.hit=3"], null, seeded.User, Stop);
        await seeded.Assessments.SaveEvidenceAsync(id, Noted, [LinkOf(text)], null, seeded.User, Stop);
        await seeded.Assessments.AnswerAsync(id, SetAside, new Answer.NotApplicable(Cut(text, Answer.NotApplicable.MaxReasonLength)), seeded.User, Stop);
        await seeded.Assessments.SaveOtherRisksAsync(id, "availability", text, null, seeded.User, Stop);

        foreach (var page in new[] { AppUrls.Assessment(id, "availability"), AppUrls.Release(id), AppUrls.Review(id), AppUrls.Home })
        {
            await CalmAsync(await seeded.Visitor.GetAsync(page), page);
        }

        await seeded.Assessments.MarkRestUnknownAsync(id, seeded.User, Stop);
        Assert.IsType<SubmitOutcome.Submitted>(await seeded.Assessments.SubmitAsync(id, seeded.User, Stop));
        foreach (var page in new[] { AppUrls.Result(id), AppUrls.Report(id), AppUrls.WhatIf(id), AppUrls.Product(product.Slug.Value), AppUrls.EditProduct(product.Slug.Value), AppUrls.Products })
        {
            await CalmAsync(await seeded.Visitor.GetAsync(page), page);
        }

        var report = await seeded.Visitor.ReadAsync(AppUrls.Report(id));
        Assert.Contains(Plain(text), Plain(report.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
        using var file = JsonDocument.Parse(await (await seeded.Visitor.GetAsync(AppUrls.Download(id))).Content.ReadAsStringAsync(Stop));
        Assert.Equal(JsonValueKind.Object, file.RootElement.GetProperty("answers").ValueKind);
    }

    [Fact]
    public async Task NamesOfTheSetUp_AreShownAsText()
    {
        await using var app = new RunningApp();
        var visitor = app.Visit();
        var name = Texts["markup"];
        var done = await visitor.SubmitAsync("/setup", new Dictionary<string, string>(SetUpAnswers.Complete) { ["Form.Organisation"] = name, ["Form.Name"] = name });

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        var home = await CalmAsync(await visitor.GetAsync("/"), "home");
        Assert.Contains(name, home.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Page, Dictionary<string, string> Fields)> FormsWith(string text) =>
    [
        ("/products/new", new() { ["Input.Name"] = text, ["Input.Description"] = text }),
        ("/products/new", new() { ["Input.Name"] = NameOf(text), ["Input.Description"] = text }),
        ("/account/password", new() { ["Form.Current"] = text, ["Form.Password"] = text, ["Form.PasswordAgain"] = text }),
    ];

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static string NameOf(string text) => PlainText.IsBlank(text) ? "blank" : Cut(text, Release.MaxNameLength);

    private static string LinkOf(string text) => $"https://example.com/?q={Uri.EscapeDataString(PlainText.Of(Cut(text, 150)))}";

    /// <summary>Only what can be seen, without spaces: HTML writes control characters and line ends in its own way.</summary>
    private static string Plain(string text) =>
        string.Concat(PlainText.Of(text).Where(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter) && letter != '\u2026'));

    /// <summary>A page that stands, with no script and no handler but its own.</summary>
    private static async Task<IHtmlDocument> CalmAsync(HttpResponseMessage answer, string where)
    {
        Assert.True((int)answer.StatusCode < 500, $"{where}: {answer.StatusCode}");
        var page = await Visitor.DocumentAsync(answer);
        Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.BadRequest || page.QuerySelector("h1") is not null, $"{where}: no heading");
        Assert.All(page.QuerySelectorAll("script"), script => Assert.StartsWith("/", "/" + script.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("", script.TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll("main img, main iframe, main object"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(page.QuerySelectorAll("[href]"), link => link.GetAttribute("href")!.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        return page;
    }

    private async Task<Product> ProductOfAsync(string text, string kind)
    {
        var name = $"{kind} {Cut(text, 60)}";
        return ((CreateProductOutcome.Created)await seeded.Products.CreateAsync(name, Cut(text, Product.MaxDescriptionLength), seeded.User, Stop)).Product;
    }
}
