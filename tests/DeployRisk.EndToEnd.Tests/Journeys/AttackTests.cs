using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>What somebody sends who means harm, to the running application: forged forms at every address.</summary>
public sealed partial class AttackTests(DeployRiskApp app) : Journey(app)
{
    private const int MoreThanARequestMayHave = 2 * 1024 * 1024;
    private const int NotSignedIn = 401;
    private const int RequestTooLarge = 413;
    private const int MoreFieldsThanAFormMayHave = 2000;

    /// <summary>Every address that takes a form, and those that take none.</summary>
    private static readonly IReadOnlyList<string> Addresses =
    [
        AppUrls.SetLanguage, AppUrls.SetTheme, AppUrls.SignOut, AppUrls.NewPasskeyOptions, AppUrls.PasskeyOptions, AppUrls.AuditExport, AppUrls.AuditHead,
        .. typeof(AppUrls).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => Parameter().Replace(route.Template, match => match.Value.EndsWith(":guid}", StringComparison.Ordinal) ? Guid.Empty.ToString() : "ledger")),
    ];

    [Fact]
    public async Task ForgedForms_AreRefused_AtEveryAddress_AndChangeNothing()
    {
        Assert.True(Addresses.Count > 30, $"{Addresses.Count}");
        var sample = await App.SampleAsync();
        var administrator = (await VisitAsync()).Page;
        using var stranger = Sender();
        var token = FormToken().Match(await stranger.GetStringAsync(new Uri(AppUrls.SignInPage, UriKind.Relative), TestContext.Current.CancellationToken)).Groups[1].Value;

        // The first page tells the server the time zone; from then on they read alike.
        await administrator.GotoAsync(AppUrls.Home);
        var before = await StateAsync(administrator, sample);
        using var forger = Sender(await administrator.Context.CookiesAsync());

        var taken = new List<string>();
        foreach (var address in Addresses)
        {
            foreach (var (sender, (kind, type, body)) in Bodies(token).Select(body => (forger, body)).Append((stranger, Bodies(token).First())))
            {
                var status = await StatusAsync(sender, address, type, body);
                if (status is < 400 or >= 500)
                {
                    taken.Add($"{address} {kind}: {status}");
                }
            }
        }

        Assert.True(taken.Count == 0, string.Join(Environment.NewLine, taken));
        Assert.Equal(before, await StateAsync(administrator, sample));
    }

    private HttpClient Sender(params IEnumerable<BrowserContextCookiesResult> cookies)
    {
        var jar = new CookieContainer();
        foreach (var cookie in cookies)
        {
            jar.Add(App.Address, new System.Net.Cookie(cookie.Name, cookie.Value));
        }

        var handler = new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        var sender = new HttpClient(handler) { BaseAddress = App.Address };

        // The server hangs up on what is too large; the next request has a line of its own.
        sender.DefaultRequestHeaders.ConnectionClose = true;
        return sender;
    }

    /// <summary>What is sent where a form is awaited: with no token, with another's, and what is no form at all.</summary>
    private static IEnumerable<(string Kind, string Type, string Body)> Bodies(string token)
    {
        const string Form = "application/x-www-form-urlencoded";
        yield return ("without a token", Form, "_handler=form&Name=Mallory&Email=mallory@example.org&language=fr");
        yield return ("with the token of another", Form, $"__RequestVerificationToken={Uri.EscapeDataString(token)}&_handler=form&Name=Mallory&language=fr");
        yield return ("no text", Form, "_handler=%FF%FE%00&%E2%82=%C0%AF");
        yield return ("too many fields", Form, string.Join('&', Enumerable.Range(0, MoreFieldsThanAFormMayHave).Select(index => $"f{index}=1")));
        yield return ("too large", Form, new string('a', MoreThanARequestMayHave));
        yield return ("cut off", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\nMallory");
        yield return ("no boundary", "multipart/form-data", "--x--");
        yield return ("no form", "application/json", "{\"Name\":");
    }

    private static async Task<int> StatusAsync(HttpClient sender, string address, string type, string body)
    {
        try
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var answer = await sender.PostAsync(new Uri(address, UriKind.Relative), content);
            return answer.Headers.Location?.OriginalString.Contains(AppUrls.SignInPage, StringComparison.Ordinal) == true ? NotSignedIn : (int)answer.StatusCode;
        }
        catch (HttpRequestException refused) when (body.Length == MoreThanARequestMayHave && refused.InnerException is IOException)
        {
            // The server answers and hangs up while the rest is still being sent.
            return RequestTooLarge;
        }
    }

    /// <summary>What an administrator reads of everything that those forms could change.</summary>
    private static async Task<string> StateAsync(IPage administrator, SampleAssessments sample)
    {
        var read = new StringBuilder();
        foreach (var path in new[] { "/products/ledger", "/products/ledger/members", sample.Draft, AppUrls.Security })
        {
            await administrator.GotoAsync(path);

            // With what the page's script and its circuit add to it.
            await administrator.Locator("main:not(:has(fieldset:disabled, select:disabled, [data-passkeys][hidden]))").WaitForAsync();
            read.AppendLine(await administrator.Locator("main").InnerTextAsync());
        }

        return read.ToString();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
