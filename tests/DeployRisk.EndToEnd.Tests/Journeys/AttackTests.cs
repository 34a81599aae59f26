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
        var stranger = (await VisitSignedOutAsync()).Page;
        await stranger.GotoAsync(AppUrls.SignInPage);
        var token = await stranger.Locator("input[name=__RequestVerificationToken]").First.InputValueAsync();

        // The first page tells the server the time zone; from then on they read alike.
        await administrator.GotoAsync(AppUrls.Home);
        var before = await StateAsync(administrator, sample);

        var taken = new List<string>();
        foreach (var page in new[] { administrator, stranger })
        {
            foreach (var address in Addresses)
            {
                foreach (var (kind, type, body) in page == administrator ? Bodies(token) : Bodies(token).Take(1))
                {
                    var status = await StatusAsync(page, address, type, body);
                    if (status is < 400 or >= 500)
                    {
                        taken.Add($"{address} {kind}: {status}");
                    }
                }
            }

        }

        Assert.True(taken.Count == 0, string.Join(Environment.NewLine, taken));
        Assert.Equal(before, await StateAsync(administrator, sample));
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

    private static async Task<int> StatusAsync(IPage page, string address, string type, string body)
    {
        try
        {
            var answer = await page.APIRequest.PostAsync(address, new()
            {
                DataByte = Encoding.UTF8.GetBytes(body),
                Headers = new Dictionary<string, string> { ["Content-Type"] = type },
                MaxRedirects = 0,
            });
            return answer.Headers.TryGetValue("location", out var where) && where.Contains(AppUrls.SignInPage, StringComparison.Ordinal) ? NotSignedIn : answer.Status;
        }
        catch (PlaywrightException refused) when (body.Length == MoreThanARequestMayHave && CutOff().IsMatch(refused.Message))
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
            read.AppendLine(await administrator.Locator("main").InnerTextAsync());
        }

        return read.ToString();
    }

    [GeneratedRegex("EPIPE|ECONNRESET|socket hang up")]
    private static partial Regex CutOff();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
