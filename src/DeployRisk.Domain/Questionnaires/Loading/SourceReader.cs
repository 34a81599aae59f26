namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads public documents that a text rests on.</summary>
internal static class SourceReader
{
    public static Source Read(JsonItem json)
    {
        var url = json.Get("url");
        var source = new Source(json.Get("title").Text(), url.Text(), json.Find("clause")?.Text());
        if (source.Url.Length > 0 && !(Uri.TryCreate(source.Url, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http")))
        {
            url.Fault($"\"{source.Url}\" is not an http or https address.");
        }

        json.NothingElse();
        return source;
    }
}
