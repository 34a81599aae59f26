using DeployRisk.TestKit;
using DeployRisk.TestKit.Servers;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>
/// The pictures of the documents, taken in the demo. With the environment variable UPDATE_DOCS they are written, in both
/// languages and themes, with a contact sheet of every page; without it the pages are only visited.
/// </summary>
public sealed class Pictures(DeployRiskApp app) : Journey(app)
{
    private const string Owner = "James Whitfield";
    private const string Administrator = "Karim Haddad";

    private static readonly int[] Widths = [360, 768, 1280, 1920];

    private static bool AreWanted => Environment.GetEnvironmentVariable("UPDATE_DOCS") is "1";

    private static string Folder => Path.Combine(Repository.Root, "docs", "screenshots");

    [Fact]
    public void Readme_ShowsPicturesThatExist()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var shown = readme.Split("docs/screenshots/").Skip(1).Select(after => after[..after.AsSpan().IndexOfAny("\") ")]).Distinct().Order();

        Assert.Equal(Directory.GetFiles(Folder).Select(Path.GetFileName).Order(), shown);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Demo_ShowsWhatThePicturesShow(string language)
    {
        var demo = await App.DemoAsync(language);
        foreach (var dark in AreWanted ? new[] { false, true } : [false])
        {
            var page = await SignInAsync(demo, Owner, language, 1280, dark);
            var (product, result, draft) = await PathsAsync(page, language);
            await page.GotoAsync(result);
            await TakeAsync(page, $"result-{language}-{Theme(dark)}");
            await page.GotoAsync($"{draft}?category=tests");
            await page.Locator("[data-question][data-current] fieldset:enabled").WaitForAsync();
            await TakeAsync(page, $"questionnaire-{language}-{Theme(dark)}");
            if (AreWanted && dark == (language == "fr"))
            {
                await MakeContactSheetAsync(demo, language, dark, product, result, draft);
            }
        }
    }

    private static string Theme(bool dark) => dark ? "dark" : "light";

    /// <summary>Every page, a column for each width.</summary>
    private async Task MakeContactSheetAsync(AppProcess demo, string language, bool dark, string product, string result, string draft)
    {
        (string Person, string Path)[] views =
        [
            .. new[]
            {
                "/", "/products", product, $"{product}/assessments/new", $"{draft}?category=tests", $"{draft}/review", result,
                result.Replace("/result", "/what-if", StringComparison.Ordinal), result.Replace("/result", "/report", StringComparison.Ordinal),
                "/questionnaires/deployment-readiness", "/account/security",
            }.Select(path => (Owner, path)),
            .. new[] { $"{product}/members", "/admin/products", "/admin/people", "/admin/people/invite", "/admin/audit" }.Select(path => (Administrator, path)),
        ];
        var tiles = new List<string>();
        foreach (var (person, path) in views)
        {
            foreach (var width in Widths)
            {
                var page = await SignInAsync(demo, person, language, width, dark);
                await page.GotoAsync(path);
                await page.Locator("main:not(:has(fieldset:disabled, select:disabled))").WaitForAsync();
                var picture = Convert.ToBase64String(await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 70 }));
                tiles.Add($"<img src='data:image/jpeg;base64,{picture}' alt=''>");
            }
        }

        var sheet = (await VisitAsync(demo, null, new VisitOptions(Width: 1400))).Page;
        await sheet.SetContentAsync($"<style>body{{margin:8px;display:grid;grid-template-columns:120px 210px 350px 520px;gap:8px;background:#888;align-items:start}}img{{width:100%}}</style>{string.Concat(tiles)}");
        await sheet.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"contact-sheet-{language}-{Theme(dark)}.jpg"), FullPage = true, Type = ScreenshotType.Jpeg, Quality = 75 });
    }

    /// <summary>The product with the release that was stopped, its result, and a draft that somebody has begun.</summary>
    private static async Task<(string Product, string Result, string Draft)> PathsAsync(IPage page, string language)
    {
        await page.GotoAsync("/");
        var draft = await page.Locator("main a[href^='/assessments/']:not([href$='/result'])").First.GetAttributeAsync("href");
        await page.GotoAsync("/products");
        await page.GetByRole(AriaRole.Link, new() { Name = language == "fr" ? "Portail des démarches" : "Citizen services portal", Exact = true }).ClickAsync();
        var stopped = page.Locator("tr:has(.dr-verdict-nogo) a[href$='/result']").First;
        return (new Uri(page.Url).AbsolutePath, (await stopped.GetAttributeAsync("href"))!, draft!.Split('?', '#')[0]);
    }

    private static async Task TakeAsync(IPage page, string name)
    {
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        if (AreWanted)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });
        }
    }

    private async Task<IPage> SignInAsync(AppProcess demo, string person, string language, int width, bool dark)
    {
        var page = (await VisitAsync(demo, null, new VisitOptions(language == "fr" ? "fr-FR" : "en-GB", width, dark))).Page;
        await page.GotoAsync("/account/sign-in");
        await page.Locator("button.person", new() { HasText = person }).ClickAsync();
        await page.Locator("main h1").WaitForAsync();
        return page;
    }
}
