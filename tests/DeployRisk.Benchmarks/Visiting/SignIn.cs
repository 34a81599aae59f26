using System.Net;
using System.Text.RegularExpressions;
using DeployRisk.Benchmarks.Seeding;

namespace DeployRisk.Benchmarks.Visiting;

/// <summary>Signs in without a browser: twenty sign-ins would keep it busy for a while.</summary>
internal static partial class SignIn
{
    public static readonly Uri Address = new("/account/sign-in", UriKind.Relative);

    /// <summary>The cookies of a person of a seeded database.</summary>
    public static async Task<CookieContainer> AsAsync(int person, Uri address)
    {
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { CookieContainer = cookies };
        using var client = new HttpClient(handler) { BaseAddress = address };
        var page = await client.GetStringAsync(Address);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];

        // The first form takes the password; another one follows for passkeys.
        var fields = Hidden().Matches(main[..main.IndexOf("</form>", StringComparison.Ordinal)])
            .ToDictionary(field => field.Groups["name"].Value, field => field.Groups["value"].Value);
        fields["Form.Email"] = Seeded.EmailOf(person);
        fields["Form.Password"] = Seeded.Password;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(Address, form);
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/" ? cookies : throw new InvalidOperationException($"Person {person} was not signed in.");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
