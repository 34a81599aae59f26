namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads incident stories.</summary>
internal static class StoryReader
{
    public static Story Read(JsonItem json)
    {
        var story = new Story(
            json.Get("id").Text(),
            json.Get("name").Localized(),
            json.Get("text").Localized(),
            json.Get("lesson").Localized(),
            [.. json.Get("figures").Items().Select(figure => figure.Localized())],
            [.. json.Get("sources").Items(least: 1).Select(SourceReader.Read)]);
        json.NothingElse();
        return story;
    }
}
