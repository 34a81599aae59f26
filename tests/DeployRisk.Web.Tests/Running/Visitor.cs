using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DeployRisk.Web.Tests.Running;

/// <summary>Somebody with a browser of their own: keeps cookies, follows no redirect by itself, fills in forms.</summary>
public sealed class Visitor(HttpClient browser)
{
    private static readonly HtmlParser Parser = new();

    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<IHtmlDocument> ReadAsync(string address, params (string Name, string Value)[] headers) =>
        await DocumentAsync(await GetAsync(address, headers));

    public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        browser.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);

    /// <summary>Opens a page, fills in the form in its main part and sends it.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string page, IReadOnlyDictionary<string, string> values) =>
        SubmitAsync(page, "main form", values);

    /// <summary>Opens a page, fills in one of its forms and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, IReadOnlyDictionary<string, string> values)
    {
        var (address, fields) = await FillAsync(page, form, values);
        return await PostAsync(address, fields);
    }

    /// <summary>Opens a page and fills in one of its forms, to be sent later.</summary>
    public async Task<(string Address, IReadOnlyDictionary<string, string> Fields)> FillAsync(string page, string form, IReadOnlyDictionary<string, string> values)
    {
        var document = await ReadAsync(page);
        var element = Assert.IsAssignableFrom<IHtmlFormElement>(document.QuerySelector(form));
        var fields = element.QuerySelectorAll("input[type=hidden]")
            .ToDictionary(field => field.GetAttribute("name") ?? "", field => field.GetAttribute("value") ?? "");
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        var action = element.GetAttribute("action");
        return (string.IsNullOrEmpty(action) ? page : new Uri(action, UriKind.RelativeOrAbsolute).AbsolutePathOrSelf(), fields);
    }

    public static async Task<IHtmlDocument> DocumentAsync(HttpResponseMessage response) =>
        await Parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
